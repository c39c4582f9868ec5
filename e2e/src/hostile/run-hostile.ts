/** `pnpm hostile`: attacks the running programs and measures the effect on a bystander. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describeMachine } from '@sendoff/chaos/machine';
import { readPostgresVersion } from '../testing/read-postgres-version.ts';
import { startServers } from '../testing/start-servers.ts';
import { createReleases } from '../testing/releases.ts';
import { ATTACKS } from './attacks/index.ts';
import { readOptions, USAGE, type HostileOptions } from './options.ts';
import { formatResult } from './report/format-result.ts';
import { missedGoals } from './report/missed-goals.ts';
import { writeEvidence, type EvidenceRow } from './report/write-evidence.ts';
import { runAttack, waitForQuietRelay } from './run-attack.ts';
import { startHostileStack } from './stack/start-hostile-stack.ts';

/** The content of a `--json` file. */
interface EvidenceFile {
  readonly rows: readonly EvidenceRow[];
}

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** Runs the command. Returns the exit code: 1 when an attack missed a goal or failed. */
export async function runHostile(args: readonly string[], signal: AbortSignal): Promise<number> {
  const options = readOptions(args);
  if (options.help) say(USAGE);
  else if (options.list) say(ATTACKS.map(({ name, title }) => `${name.padEnd(20)} ${title}`).join('\n'));
  if (options.help || options.list) return 0;

  const rows = options.from === undefined ? await runAttacks(options, signal) : readRows(options.from);
  if (options.writeDocs) say(writeEvidence(rows));
  const bad = rows.filter((row) => row.problems.length + missedGoals(row).length > 0);
  say(`\n${String(rows.length - bad.length)} of ${String(rows.length)} attacks meet every goal.`);
  return bad.length === 0 ? 0 : 1;
}

/** Runs the attacks in sequence on the same programs and prints each result. */
async function runAttacks({ attacks, seconds, json }: HostileOptions, signal: AbortSignal): Promise<EvidenceRow[]> {
  const releases = createReleases();
  const rows: EvidenceRow[] = [];
  try {
    const { postgresUrl } = await startServers(releases);
    const machine = describeMachine(await readPostgresVersion(postgresUrl));
    const stack = await startHostileStack(releases);
    for (const attack of attacks) {
      signal.throwIfAborted();
      const result = await runAttack(stack, attack, seconds);
      rows.push({ ...result, machine });
      if (json !== undefined) writeFileSync(json, `${JSON.stringify({ rows } satisfies EvidenceFile, null, 2)}\n`);
      say(formatResult(result));
      if (result.problems.length > 0) await stack.restart();
      await waitForQuietRelay(stack);
    }
  } finally {
    await releases.releaseAll();
  }
  return rows;
}

/** The results of several runs, in the order of the attacks. */
function readRows(files: readonly string[]): EvidenceRow[] {
  const rows = files.flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as EvidenceFile).rows);
  const byName = new Map(rows.map((row) => [row.name, row]));
  return ATTACKS.flatMap(({ name }) => byName.get(name) ?? []);
}

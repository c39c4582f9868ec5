/** `pnpm chaos`: injects faults into the built programs and counts lost emails. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FAULTS } from './faults/index.ts';
import { readOptions, USAGE, type ChaosOptions } from './options.ts';
import { describeMachine } from './report/describe-machine.ts';
import { inOrder, readRuns, type EvidenceFile, type EvidenceRow } from './report/evidence-row.ts';
import { formatRow } from './report/format-row.ts';
import { whyNoEvidence } from './report/why-no-evidence.ts';
import { EVIDENCE, writeEvidence } from './report/write-evidence.ts';
import type { RowPlan } from './run-row.ts';
import { runRows } from './run-rows.ts';
import { openCluster } from './stack/open-cluster.ts';
import { redisVersion } from '@sendoff/testkit/own-redis';

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** Runs the command. Returns the exit code: 1 when a row failed. */
export async function runChaos(args: readonly string[], signal: AbortSignal): Promise<number> {
  const options = readOptions(args);
  if (options.help) return told(USAGE);
  if (options.list) return told(FAULTS.map(({ name, title }) => `${name.padEnd(18)} ${title}`).join('\n'));

  const rows = options.from === undefined ? await runPlanned(options, signal) : readRuns(options.from);
  if (options.writeDocs) publish(rows);
  return rows.every(({ problems }) => problems.length === 0) ? 0 : 1;
}

/** Runs the selected faults and prints each result. */
async function runPlanned(options: ChaosOptions, signal: AbortSignal): Promise<EvidenceRow[]> {
  const directory = mkdtempSync(join(tmpdir(), 'sendoff-chaos-'));
  const plans = planRows(options, directory);
  if (plans.length === 0) throw new Error('Nothing to run: none of the selected faults applies to the selected engines.');
  say(`${String(plans.length)} rows, ${String(options.parallel)} in parallel. Logs: ${directory}`);
  const began = performance.now();
  const machine = describeMachine(await postgresVersion());
  const finished: EvidenceRow[] = [];
  try {
    await runRows(plans, {
      parallel: options.parallel,
      signal,
      onResult: (result) => {
        finished.push({ ...result, machine, day: new Date().toISOString().slice(0, 10) });
        writeFigures(options, finished);
        say(`[${String(finished.length)}/${String(plans.length)}] ${formatRow(result)}`);
      },
    });
  } finally {
    // The logs of failed rows are kept for diagnosis.
    if (finished.every(({ problems }) => problems.length === 0)) rmSync(directory, { recursive: true, force: true });
  }
  const passed = finished.filter(({ problems }) => problems.length === 0).length;
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  say(`\n${String(passed)} of ${String(finished.length)} rows passed in ${minutes} min.`);
  return inOrder(finished);
}

/** Plans seed by seed, in the order of the report; faults on request run for the first seed only. */
function planRows({ seeds, faults, engines, emails, backlog }: ChaosOptions, directory: string): RowPlan[] {
  const hasRedis = redisVersion() !== undefined;
  if (engines.includes('redis') && !hasRedis) say('redis-server is not on the PATH: skipping the rows with the queue on Redis.');
  const usable = engines.filter((engine) => engine !== 'redis' || hasRedis);
  return seeds.flatMap((seed) =>
    faults
      .filter(({ onDemand }) => onDemand !== true || seed === seeds[0])
      .flatMap((fault) =>
        usable
          .filter((engine) => fault.engines?.includes(engine) ?? true)
          .map((engine) => ({
            fault,
            engine,
            seed,
            emails: fault.onDemand === true ? backlog : emails,
            logFile: join(directory, `${fault.name}-${engine}-${String(seed)}.log`),
          })),
      ),
  );
}

/** Writes the results after every row, so that an interrupted run has them too. */
function writeFigures({ json }: ChaosOptions, rows: readonly EvidenceRow[]): void {
  const file: EvidenceFile = { rows };
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(file, null, 2)}\n`);
}

function publish(rows: readonly EvidenceRow[]): void {
  const missing = whyNoEvidence(rows, FAULTS);
  if (missing === undefined) writeEvidence(rows);
  say(missing === undefined ? `Wrote ${EVIDENCE}.` : `${EVIDENCE} was not written: ${missing}.`);
}

async function postgresVersion(): Promise<string> {
  const cluster = await openCluster();
  return cluster.version().finally(() => cluster.remove());
}

function told(text: string): 0 {
  say(text);
  return 0;
}

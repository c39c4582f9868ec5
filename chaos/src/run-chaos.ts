/** `pnpm chaos`: faults injected into the real stack, and what was lost. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FAULTS } from './faults/index.ts';
import { LEAST_EMAILS, readOptions, USAGE, type ChaosOptions } from './options.ts';
import { describeMachine, type Machine } from './report/describe-machine.ts';
import { formatRow } from './report/format-row.ts';
import { EVIDENCE, writeEvidence } from './report/write-evidence.ts';
import { type RowPlan, type RowResult } from './run-row.ts';
import { runRows } from './run-rows.ts';
import { openCluster } from './stack/open-cluster.ts';
import { redisVersion } from './stack/own-redis.ts';

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** @returns the exit code: 1 when a row failed. */
export async function runChaos(args: readonly string[], signal: AbortSignal): Promise<number> {
  const options = readOptions(args);
  if (options.help) return told(USAGE);
  if (options.list) return told(FAULTS.map(({ name, title }) => `${name.padEnd(18)} ${title}`).join('\n'));

  const directory = mkdtempSync(join(tmpdir(), 'sendoff-chaos-'));
  const plans = planRows(options, directory);
  if (plans.length === 0) throw new Error('There is nothing to run: none of these faults exists on these engines.');
  say(`${String(plans.length)} rows, ${String(options.parallel)} at once. Logs: ${directory}`);
  const began = performance.now();
  const machine = describeMachine(await postgresVersion());
  const finished: RowResult[] = [];
  let results: readonly RowResult[];
  try {
    results = await runRows(plans, {
      parallel: options.parallel,
      signal,
      onResult: (result) => {
        finished.push(result);
        writeFigures(options, machine, finished);
        say(`[${String(finished.length)}/${String(plans.length)}] ${formatRow(result)}`);
      },
    });
  } finally {
    // The logs of rows that failed are what one needs next.
    if (finished.every(({ problems }) => problems.length === 0)) rmSync(directory, { recursive: true, force: true });
  }
  const failed = results.filter(({ problems }) => problems.length > 0).length;
  say(
    `\n${String(results.length - failed)} of ${String(results.length)} rows passed in ${((performance.now() - began) / 60_000).toFixed(1)} min.`,
  );
  writeFigures(options, machine, results);
  publish(options, machine, results);
  return failed === 0 ? 0 : 1;
}

/** Seed by seed, the longest waits first where possible: the order of the table. */
function planRows({ seeds, faults, engines, emails, backlog }: ChaosOptions, directory: string): RowPlan[] {
  const hasRedis = redisVersion() !== undefined;
  if (engines.includes('redis') && !hasRedis)
    say('There is no redis-server on the PATH: the rows with the queue on Redis are left out.');
  const usable = engines.filter((engine) => engine !== 'redis' || hasRedis);
  return seeds.flatMap((seed) =>
    faults.flatMap((fault) =>
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

/** Writes what was asked for, after every row, so that a run that is broken off has its figures too. */
function writeFigures({ json, seeds, emails }: ChaosOptions, machine: Machine, rows: readonly RowResult[]): void {
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine, seeds, emails, rows }, null, 2)}\n`);
}

function publish(options: ChaosOptions, machine: Machine, results: readonly RowResult[]): void {
  if (!options.writeDocs) return;
  const missing = whyNotPublished(options, results);
  if (missing === undefined) writeEvidence(results, machine, new Date());
  say(missing === undefined ? `${EVIDENCE} is written.` : `${EVIDENCE} is left as it is: ${missing}.`);
}

/** Only a whole run that passed is evidence. */
function whyNotPublished({ emails, faults, engines }: ChaosOptions, results: readonly RowResult[]): string | undefined {
  if (results.some(({ problems }) => problems.length > 0)) return 'a row failed';
  if (emails < LEAST_EMAILS) return `a row needs ${String(LEAST_EMAILS)} emails at least`;
  if (FAULTS.some((fault) => fault.onDemand !== true && !faults.includes(fault))) return 'not every fault was run';
  if (engines.length < 2 || redisVersion() === undefined) return 'not both engines were run';
  return undefined;
}

async function postgresVersion(): Promise<string> {
  const cluster = await openCluster();
  return cluster.version().finally(() => cluster.remove());
}

function told(text: string): 0 {
  say(text);
  return 0;
}

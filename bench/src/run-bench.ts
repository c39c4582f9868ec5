/** Runs the bench from starting the servers to the report. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { repositoryRoot } from '@sendoff/devstack';
import type { Bench } from './bench.ts';
import { prepareTemplate } from './deployment/deployment.ts';
import { chooseAccount, placeTemporaryData } from '@sendoff/devstack/postgres';
import { startPostgres } from './neighbours/start-postgres.ts';
import { isRedisInstalled, startRedis } from './neighbours/start-redis.ts';
import type { Options } from './options.ts';
import { MEASUREMENTS } from './parts/index.ts';
import { describeMachine, type Machine } from './report/describe-machine.ts';
import { keepMeasured, readMeasured } from './report/keep-measured.ts';
import { printResult } from './report/print-result.ts';
import { renderDocs } from './report/render-docs.ts';
import type { PartResult } from './report/result.ts';
import { stopOnSignals } from './stop-on-signals.ts';
import { printProfiles } from './profile/print-profiles.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/**
 * Measures the selected parts and prints each result.
 *
 * @returns the exit code: 0 whether or not the goals were met
 */
export async function runBench(options: Options): Promise<number> {
  const workplace = openWorkplace(placeTemporaryData(chooseAccount()));
  const interrupted = stopOnSignals(workplace);
  try {
    const bench = await openBench(workplace, options);
    const machine = describeMachine(bench.servers);
    const results: PartResult[] = [];
    for (const part of options.parts) {
      const result = await MEASUREMENTS[part](bench);
      results.push(result);
      process.stdout.write(`\n${printResult(result)}\n`);
    }
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ machine, options, results }, null, 2)}\n`);
    if (options.writeDocs) writeDocs(machine, results);
    if (bench.profile !== undefined) process.stdout.write(printProfiles(bench.profile));
    return 0;
  } catch (error) {
    // Errors are expected while everything is being stopped.
    if (interrupted()) return await new Promise<never>(() => undefined);
    throw error;
  } finally {
    if (!interrupted()) await workplace.releases.release();
  }
}

/** Stores the results and regenerates docs/performance.md. */
function writeDocs(machine: Machine, results: readonly PartResult[]): void {
  const root = repositoryRoot();
  keepMeasured(machine, results);
  const reasons = readFileSync(join(root, 'bench/docs/reasons.md'), 'utf8');
  writeFileSync(join(root, 'docs/performance.md'), renderDocs(readMeasured(), reasons));
}

async function openBench(workplace: Workplace, { engines, amounts, profile }: Options): Promise<Bench> {
  const progress = (text: string): void => void process.stderr.write(`${new Date().toISOString().slice(11, 19)}  ${text}\n`);
  progress(`starting PostgreSQL and Redis in ${workplace.directory}`);
  const withRedis = engines.includes('redis') && isRedisInstalled();
  if (engines.includes('redis') && !withRedis) progress('redis-server is not installed: measuring the PostgreSQL engine only');
  const servers = { postgres: await startPostgres(workplace), redis: withRedis ? await startRedis(workplace) : undefined };
  await prepareTemplate(workplace, servers.postgres);
  return {
    workplace,
    servers,
    engines: engines.filter((engine) => engine !== 'redis' || withRedis),
    amounts,
    profile: profile === undefined ? undefined : resolve(profile),
    progress,
  };
}

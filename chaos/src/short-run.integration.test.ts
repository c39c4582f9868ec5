/** A short run of `pnpm chaos`: a few faults with a few hundred emails each. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FAULTS } from './faults/index.ts';
import { formatRow } from './report/format-row.ts';
import type { RowPlan, RowResult } from './run-row.ts';
import { runRows } from './run-rows.ts';
import { redisVersion } from '@sendoff/testkit/own-redis';
import type { Engine } from './stack/engine.ts';

const EMAILS = 250;
const SEED = 1;
const LIMIT_MS = 240_000;

/** One that causes duplicates, one between the commit and the job, and one for each engine that deletes all jobs. */
const CHOSEN = ['crash-ended', 'crash-accepted', 'flushall', 'jobs-deleted'];

const engines: Engine[] = ['postgres', ...(redisVersion() === undefined ? [] : ['redis' as const])];
if (redisVersion() === undefined) {
  if (process.env['CI'] !== undefined && process.env['CI'] !== 'false') {
    throw new Error('redis-server is not on the PATH; with CI set, the rows on Redis must not be skipped.');
  }
  process.stderr.write('Skipping the chaos rows on Redis: redis-server is not on the PATH.\n');
}

const directory = mkdtempSync(join(tmpdir(), 'sendoff-chaos-test-'));
const plans: RowPlan[] = FAULTS.filter(({ name }) => CHOSEN.includes(name)).flatMap((fault) =>
  engines
    .filter((engine) => fault.engines?.includes(engine) ?? true)
    .map((engine) => ({ fault, engine, seed: SEED, emails: EMAILS, logFile: join(directory, `${fault.name}-${engine}.log`) })),
);

describe('no accepted email is lost', () => {
  let results: RowResult[];
  const stop = new AbortController();

  // All in parallel, because they mostly wait for leases to expire.
  beforeAll(async () => {
    results = await runRows(plans, { parallel: plans.length, onResult: () => undefined, signal: stop.signal });
  }, LIMIT_MS);
  afterAll(() => {
    stop.abort();
    if (results.every(({ problems }) => problems.length === 0)) rmSync(directory, { recursive: true, force: true });
  });

  test.each(plans.map(({ fault, engine }) => [fault.title, engine, fault.name] as const))(
    '%s, queue on %s',
    (_, engine, name) => {
      const row = results.find((result) => result.fault === name && result.engine === engine);
      if (row === undefined) throw new Error('The row was not run.');
      // Compares the formatted row, so that a failure shows the problems and the path of the log.
      expect(row.problems.length === 0 ? '' : formatRow(row)).toBe('');
      expect(row.figures).toMatchObject({ accepted: EMAILS, lost: 0, delivered: row.figures.recipients });
    },
  );
});

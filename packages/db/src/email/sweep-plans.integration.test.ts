/** What the sweep asks costs the same with a long backlog and with none. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { openMigratedDatabase } from '../testing/index.ts';
import { dueEmails, findDue } from './find-due.ts';
import { expiredLeases, findExpiredLeases, openAttempts } from './find-expired-leases.ts';
import { findUpcoming, NOT_LOOKED_YET, upcomingEmails } from './find-upcoming.ts';

const BACKLOG = 100_000;
const PAGE = 1000;
/** As many have been sent, or are being sent under a lease that has ended, as a worker may leave behind. */
const SENT = 20_000;
const ABANDONED = 100;
/** As many fall due in the next second, and as many in an hour. */
const UPCOMING = 200;
const FAR = 20_000;
/** Of the backlog, what was accepted in the ten seconds that a look goes back. */
const LATELY = 10_000;

let database: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await openMigratedDatabase({ maxConnections: 2 }));
  await insert(BACKLOG, `'queued', now() - n * interval '1 ms', NULL`);
  await insert(SENT, `'sent', NULL, NULL`);
  await insert(ABANDONED, `'sending', NULL, now() - n * interval '1 ms'`);
  await insert(UPCOMING, `'scheduled', now() + interval '1 h' - n * interval '1 ms', NULL`);
  await insert(FAR, `'scheduled', now() + interval '2 h', NULL`);
  await database.$executeRaw`
    INSERT INTO "EmailRecipient" ("emailId", address, kind)
    SELECT id, 'b@example.com', 'to' FROM "EmailRecord" WHERE status IN ('sent', 'sending')`;
  await database.$executeRawUnsafe('VACUUM ANALYZE');
}, 120_000);
afterAll(() => close());

const insert = (count: number, state: string) =>
  database.$executeRawUnsafe(
    `INSERT INTO "EmailRecord" (id, status, "nextAttemptAt", "leaseUntil", "messageId", "from", "fromAddress", subject)
     SELECT gen_random_uuid(), ${state}, 'id', 'a@acme.example', 'a@acme.example', 'Backlog' FROM generate_series(1, ${String(count)}) AS n`,
  );

/** One node of a plan (https://www.postgresql.org/docs/current/sql-explain.html). */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

async function nodesOf(query: Prisma.Sql): Promise<PlanNode[]> {
  const [row] = await database.$queryRaw<{ 'QUERY PLAN': readonly [{ Plan: PlanNode }] }[]>(
    Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${query}`,
  );
  const flatten = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)];
  return row === undefined ? [] : flatten(row['QUERY PLAN'][0].Plan);
}

describe(`with a backlog of ${String(BACKLOG)} emails`, () => {
  test.each([
    ['the oldest page of what is due', () => Promise.resolve(dueEmails({ dueBefore: new Date(), limit: PAGE }))],
    [
      'a page far behind it',
      async () => {
        const after = (await findDue(database, { dueBefore: new Date(), limit: BACKLOG / 2 })).at(-1);
        return dueEmails({ dueBefore: new Date(), after, limit: PAGE });
      },
    ],
  ])('%s is a walk along the index of what waits, no longer than the page', async (_, query) => {
    const nodes = await nodesOf(await query());
    expect(nodes.map((node) => node['Node Type'])).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/Seq Scan|Sort|Bitmap/)]),
    );
    const [walk] = nodes.filter((node) => node['Index Name'] === 'EmailRecord_due_idx');
    expect(walk).toMatchObject({ 'Actual Rows': PAGE });
    expect(walk?.['Rows Removed by Filter'] ?? 0).toBe(0);
  });

  test('what falls due is found by a walk over its own time, and what was accepted in it', async () => {
    const hour = 60 * 60 * 1000;
    const range = { after: NOT_LOOKED_YET, aheadMs: hour, limit: PAGE };
    const nodes = await nodesOf(upcomingEmails(range));
    expect(nodes.map((node) => node['Node Type'])).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/Seq Scan|Sort|Bitmap/)]),
    );
    const [walk] = nodes.filter((node) => node['Index Name'] === 'EmailRecord_due_idx');
    expect(walk?.['Actual Rows']).toBe(UPCOMING);
    expect(walk?.['Rows Removed by Filter'] ?? 0).toBeLessThanOrEqual(LATELY);
    expect((await findUpcoming(database, range)).emails).toHaveLength(UPCOMING);
  });

  test('what a worker has left behind is found by the index of leases alone', async () => {
    const nodes = await nodesOf(expiredLeases(500));
    expect(nodes.map((node) => node['Node Type'])).not.toEqual(expect.arrayContaining([expect.stringMatching(/Seq Scan/)]));
    expect(nodes.find((node) => node['Index Name'] === 'EmailRecord_lease_idx')).toMatchObject({ 'Actual Rows': ABANDONED });
    expect(await findExpiredLeases(database, 500)).toHaveLength(ABANDONED);
  });

  test('and what a worker was given without knowing of it, by its ids or among what is being sent', async () => {
    const ids = (await findExpiredLeases(database, 50)).map(({ id }) => id);
    const nodes = await nodesOf(openAttempts(ids));
    expect(nodes.map((node) => node['Node Type'])).not.toEqual(expect.arrayContaining([expect.stringMatching(/Seq Scan/)]));
    const [walk] = nodes.filter((node) => ['EmailRecord_pkey', 'EmailRecord_lease_idx'].includes(node['Index Name'] ?? ''));
    expect(walk).toMatchObject({ 'Actual Rows': 50 });
    expect(walk?.['Rows Removed by Filter'] ?? 0).toBeLessThanOrEqual(ABANDONED);
  });
});

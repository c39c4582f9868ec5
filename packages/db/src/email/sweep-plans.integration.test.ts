/** The cost of the sweep's queries does not depend on the backlog. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { openMigratedDatabase } from '../testing/index.ts';
import { dueEmails, findDue } from './find-due.ts';
import { expiredLeases, findExpiredLeases, openAttempts } from './find-expired-leases.ts';
import { findUpcoming, NOT_LOOKED_YET, upcomingEmails } from './find-upcoming.ts';

const BACKLOG = 100_000;
const PAGE = 1000;
/** Emails sent, and emails in `sending` with an expired lease. */
const SENT = 20_000;
const ABANDONED = 100;
/** Emails due within a second, and emails due in an hour. */
const UPCOMING = 200;
const FAR = 20_000;
/** Emails of the backlog accepted within the ten seconds that findUpcoming looks back. */
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

/** A node of a query plan (https://www.postgresql.org/docs/current/sql-explain.html). */
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
    ['the first page of due emails', () => Promise.resolve(dueEmails({ dueBefore: new Date(), limit: PAGE }))],
    [
      'a later page of due emails',
      async () => {
        const after = (await findDue(database, { dueBefore: new Date(), limit: BACKLOG / 2 })).at(-1);
        return dueEmails({ dueBefore: new Date(), after, limit: PAGE });
      },
    ],
  ])('%s is an index scan no longer than the page', async (_, query) => {
    const nodes = await nodesOf(await query());
    expect(nodes.map((node) => node['Node Type'])).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/Seq Scan|Sort|Bitmap/)]),
    );
    const [walk] = nodes.filter((node) => node['Index Name'] === 'EmailRecord_due_idx');
    expect(walk).toMatchObject({ 'Actual Rows': PAGE });
    expect(walk?.['Rows Removed by Filter'] ?? 0).toBe(0);
  });

  test('upcoming emails are found by an index scan of their time range', async () => {
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

  test('expired leases are found by the index of leases alone', async () => {
    const nodes = await nodesOf(expiredLeases(500));
    expect(nodes.map((node) => node['Node Type'])).not.toEqual(expect.arrayContaining([expect.stringMatching(/Seq Scan/)]));
    expect(nodes.find((node) => node['Index Name'] === 'EmailRecord_lease_idx')).toMatchObject({ 'Actual Rows': ABANDONED });
    expect(await findExpiredLeases(database, 500)).toHaveLength(ABANDONED);
  });

  test('open attempts are found by id or by the index of leases', async () => {
    const ids = (await findExpiredLeases(database, 50)).map(({ id }) => id);
    const nodes = await nodesOf(openAttempts(ids));
    expect(nodes.map((node) => node['Node Type'])).not.toEqual(expect.arrayContaining([expect.stringMatching(/Seq Scan/)]));
    const [walk] = nodes.filter((node) => ['EmailRecord_pkey', 'EmailRecord_lease_idx'].includes(node['Index Name'] ?? ''));
    expect(walk).toMatchObject({ 'Actual Rows': 50 });
    expect(walk?.['Rows Removed by Filter'] ?? 0).toBeLessThanOrEqual(ABANDONED);
  });
});

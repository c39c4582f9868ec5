import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { closeDatabase, openDatabase, type Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { firstIdAt, newId, timeOfId } from '../new-id.ts';
import { createMigratedDatabase, sampleSubmission } from '../testing/index.ts';
import { acceptSubmissions } from './accept-submissions.ts';
import { findIdsBySubject, subjectStatements } from './find-ids-by-subject.ts';
import { listEmails, walkIds } from './list-emails.ts';
import type { EmailFilter, PageRequest } from './page-request.ts';

const EMAILS = 20_000;

let database: Database;
let drop: () => Promise<void>;
let ids: string[];

/** Enough emails for the planner to prefer an index: most are alike, and a few match a filter. */
beforeAll(async () => {
  const created = await createMigratedDatabase();
  drop = () => created.drop();
  database = openDatabase({ url: created.url, maxConnections: 4 });
  const submissions = Array.from({ length: EMAILS }, (_, n) => {
    const rare = n % 1000 === 7;
    return sampleSubmission({
      mode: rare ? 'test' : 'live',
      fromAddress: rare ? 'rare@acme.example' : `sender${String(n % 50)}@acme.example`,
      subject: rare ? 'Rare 100%_sure' : `Order ${String(n)}`,
      recipients: [{ address: rare ? 'rare@example.com' : `user${String(n % 500)}@example.com`, kind: 'to' }],
      tags: [{ name: 'kind', value: rare ? 'rare' : `v${String(n % 20)}` }],
    });
  });
  for (let start = 0; start < EMAILS; start += 2000) await acceptSubmissions(database, submissions.slice(start, start + 2000));
  await database.$executeRaw`UPDATE "EmailRecord" SET status = 'failed' WHERE subject = 'Rare 100%_sure'`;
  await database.$executeRawUnsafe('VACUUM ANALYZE');
  ids = submissions.map(({ id }) => id);
}, 120_000);
afterAll(async () => {
  await closeDatabase(database);
  await drop();
});

const rareIds = () => ids.filter((_, n) => n % 1000 === 7).reverse();
const middle = () => timeOfId(ids[EMAILS / 2] ?? '');

type NamedFilter = readonly [string, () => EmailFilter];
const FILTERS: readonly NamedFilter[] = [
  ['nothing', () => ({})],
  ['status', () => ({ status: 'failed' })],
  ['simulated', () => ({ mode: 'test' })],
  ['simulated and status', () => ({ mode: 'test', status: 'failed' })],
  ['recipient', () => ({ by: { kind: 'recipient', address: 'Rare@Example.com' } })],
  ['sender', () => ({ by: { kind: 'sender', address: 'RARE@acme.example' } })],
  ['tag', () => ({ by: { kind: 'tag', name: 'kind', value: 'rare' } })],
  ['subject', () => ({ by: { kind: 'subject', prefix: 'Rare 100%_' } })],
  ['time', () => ({ createdAfter: new Date(middle().getTime() - 50), createdBefore: middle() })],
  ['status and recipient', () => ({ status: 'failed', by: { kind: 'recipient', address: 'rare@example.com' } })],
  ['status and sender', () => ({ status: 'failed', by: { kind: 'sender', address: 'rare@acme.example' } })],
  ['status and tag', () => ({ status: 'failed', by: { kind: 'tag', name: 'kind', value: 'rare' } })],
  ['status and subject', () => ({ status: 'failed', by: { kind: 'subject', prefix: 'Rare' } })],
];

const statementsOf = (page: PageRequest): Prisma.Sql[] => {
  const by = page.filter?.by;
  return by?.kind === 'subject' ? Object.values(subjectStatements(page, by.prefix)) : [walkIds(page, by)];
};

async function planOf(statement: Prisma.Sql): Promise<string> {
  const plan = await database.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${statement}`);
  return plan.map((line) => line['QUERY PLAN']).join('\n');
}

describe('every list filter', () => {
  test.each<NamedFilter>([...FILTERS, ['live and status', () => ({ mode: 'live', status: 'failed' })]])(
    'uses an index at any depth: %s',
    async (_, filter) => {
      const deep = ids[500] ?? '';
      for (const page of [
        { limit: 20, scope: 'all' },
        { limit: 20, scope: 'all', olderThan: deep },
        { limit: 20, scope: 'all', newerThan: deep },
      ] satisfies PageRequest[]) {
        for (const statement of statementsOf({ ...page, filter: filter() })) {
          const plan = await planOf(statement);
          expect(plan).toMatch(/Index (Only )?Scan/);
          expect(plan).not.toMatch(/Seq Scan/);
        }
      }
    },
  );

  test.each(FILTERS.filter(([name]) => name !== 'nothing' && name !== 'time'))(
    'finds the matching emails, and pages through them without gaps: %s',
    async (_, filter) => {
      const found: string[] = [];
      let page = await listEmails(database, { scope: 'all', limit: 3, filter: filter() });
      for (;;) {
        found.push(...page.emails.map(({ id }) => id));
        if (!page.hasMore) break;
        page = await listEmails(database, { scope: 'all', limit: 3, olderThan: found.at(-1), filter: filter() });
      }
      expect(found).toEqual(rareIds());
    },
  );

  describe('subjects with a common prefix', () => {
    test.each(['Order 1', 'Order 19', 'Order 12345', 'Order', 'Rare', 'None'])(
      'are found by each strategy: few, near and all: %s',
      async (prefix) => {
        const select = { id: true, status: true };
        const records = await database.emailRecord.findMany({
          select,
          where: { subject: { startsWith: prefix } },
          orderBy: { id: 'desc' },
        });
        const all = records.map(({ id }) => id);
        const failed = records.filter(({ status }) => status === 'failed').map(({ id }) => id);
        const middleId = ids[EMAILS / 2] ?? '';
        const older = all.filter((id) => id < middleId);
        const newer = all.filter((id) => id > middleId).reverse();
        for (const [few, near] of [
          [EMAILS, 1],
          [0, EMAILS],
          [0, 1],
          [100, 50],
        ] as const) {
          const find = (page: Partial<PageRequest>) =>
            findIdsBySubject(database, { limit: 5, scope: 'all', ...page }, prefix, { few, near });
          expect(await find({})).toEqual(all.slice(0, 6));
          expect(await find({ olderThan: middleId })).toEqual(older.slice(0, 6));
          expect(await find({ newerThan: middleId })).toEqual(newer.slice(0, 6));
          expect(await find({ filter: { status: 'failed' } })).toEqual(failed.slice(0, 6));
        }
      },
    );

    test('that are many and all old are found without scanning all newer emails', async () => {
      const { amongFew, amongAll } = subjectStatements({ limit: 20, scope: 'all' }, 'Order 1');
      for (const statement of [amongFew, amongAll]) {
        const plan = await planOf(statement);
        expect(plan).toContain('EmailRecord_subject_id_idx');
        expect(plan).not.toContain('EmailRecord_pkey');
      }
    });
  });

  test('a time range includes its start and excludes its end', async () => {
    const [first, last] = [timeOfId(ids[0] ?? ''), timeOfId(ids.at(-1) ?? '')];
    const all = { createdAfter: first, createdBefore: new Date(last.getTime() + 1) };
    expect((await listEmails(database, { scope: 'all', limit: 1, filter: all })).emails[0]?.id).toBe(ids.at(-1));
    const none = { createdAfter: new Date(last.getTime() + 1) };
    expect((await listEmails(database, { scope: 'all', limit: 1, filter: none })).emails).toEqual([]);
    expect((await listEmails(database, { scope: 'all', limit: 1, filter: { createdBefore: first } })).emails).toEqual([]);
  });
});

test('an id contains its time, and the first id of a time sorts before all others of it', () => {
  const before = Date.now();
  const id = newId();
  const time = timeOfId(id);
  expect(time.getTime()).toBeGreaterThanOrEqual(before);
  expect(time.getTime()).toBeLessThanOrEqual(Date.now());
  expect(firstIdAt(time) <= id).toBe(true);
  expect(firstIdAt(new Date(time.getTime() + 1)) > id).toBe(true);
});

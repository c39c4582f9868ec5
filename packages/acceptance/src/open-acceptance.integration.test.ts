import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId, type Database } from '@sendoff/db';
import { openMigratedDatabase, sampleSubmission } from '@sendoff/db/testing';
import { openAcceptance } from './open-acceptance.ts';

let database: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await openMigratedDatabase({ maxConnections: 4 }));
});
afterAll(() => close());

test('requests that come at once are kept in few transactions, each with all its emails', async () => {
  const accept = openAcceptance(database);
  const requests = Array.from({ length: 100 }, () => [sampleSubmission(), sampleSubmission()]);
  const [before] = await database.$queryRaw<{ xid: bigint }[]>`SELECT pg_current_xact_id()::text::bigint AS xid`;
  expect(await Promise.all(requests.map((request) => accept(request)))).toEqual(requests.map(() => ({ kind: 'accepted' })));
  const [after] = await database.$queryRaw<{ xid: bigint }[]>`SELECT pg_current_xact_id()::text::bigint AS xid`;
  expect(await database.emailRecord.count()).toBe(200);
  expect(Number((after?.xid ?? 0n) - (before?.xid ?? 0n))).toBeLessThan(20);
});

test('an email that the database refuses does not take its neighbours along', async () => {
  const accept = openAcceptance(database);
  const good = [sampleSubmission(), sampleSubmission()];
  const results = await Promise.allSettled([
    accept(good.slice(0, 1)),
    accept([sampleSubmission({ subject: '\u0000' })]),
    accept(good.slice(1)),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await database.emailRecord.count({ where: { id: { in: good.map(({ id }) => id) } } })).toBe(2);
});

test('an email whose commit was not confirmed counts as kept when it is', async () => {
  const submission = sampleSubmission();
  expect(await openAcceptance(database)([submission])).toEqual({ kind: 'accepted' });
  // The second commit fails on the id, as it does after a connection that was lost too late.
  expect(await openAcceptance(database)([submission])).toEqual({ kind: 'accepted' });
});

test('emails with files of one key do not hold up those of another', async () => {
  const accept = openAcceptance(database);
  const file = { filename: 'a.bin', contentType: null, contentId: null, bytes: new Uint8Array(100_000), url: null };
  const order: string[] = [];
  const send = async (name: string, apiKeyId: string): Promise<void> => {
    await accept([sampleSubmission({ apiKeyId, attachments: [file] })]);
    order.push(name);
  };
  const [one, other] = [newId(), newId()];
  const many = Array.from({ length: 20 }, (_, n) => send(`one ${String(n)}`, one));
  await Promise.all([...many, send('other', other)]);
  // Four at once, of which one key gets three.
  expect(order.indexOf('other')).toBeLessThan(8);
});

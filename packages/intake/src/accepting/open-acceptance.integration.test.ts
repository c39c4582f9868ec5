import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  createApiKey,
  newId,
  NO_RESTRICTIONS,
  readKeyUsage,
  shareEmailCounts,
  type ActiveApiKey,
  type ApiKeyRestrictions,
  type Database,
  type Submission,
} from '@sendoff/db';
import { openMigratedDatabase, sampleSubmission } from '@sendoff/db/testing';
import type { SubmittedBy } from '../incoming-email.ts';
import { openEmailRate } from '../keys/open-email-rate.ts';
import { openAcceptance } from './open-acceptance.ts';

let database: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await openMigratedDatabase({ maxConnections: 5 }));
});
afterAll(() => close());

const OPERATOR: SubmittedBy = { apiKey: null };

async function keyWith(restrictions: Partial<ApiKeyRestrictions>): Promise<ActiveApiKey> {
  const { id } = await createApiKey(database, { name: 'test', permission: 'sending_access', mode: 'live' });
  return { id, permission: 'sending_access', mode: 'live', restrictions: { ...NO_RESTRICTIONS, ...restrictions } };
}

test('simultaneous requests share few transactions, and each is stored completely', async () => {
  const accept = openAcceptance(database);
  const requests = Array.from({ length: 100 }, () => [sampleSubmission(), sampleSubmission()]);
  const [before] = await database.$queryRaw<{ xid: bigint }[]>`SELECT pg_current_xact_id()::text::bigint AS xid`;
  const accepted = await Promise.all(requests.map((request) => accept(OPERATOR, request)));
  expect(accepted).toEqual(requests.map(() => ({ kind: 'accepted' })));
  const [after] = await database.$queryRaw<{ xid: bigint }[]>`SELECT pg_current_xact_id()::text::bigint AS xid`;
  expect(await database.emailRecord.count()).toBe(200);
  expect(Number((after?.xid ?? 0n) - (before?.xid ?? 0n))).toBeLessThan(20);
});

test('an email that the database refuses does not affect other requests of its transaction', async () => {
  const accept = openAcceptance(database);
  const good = [sampleSubmission(), sampleSubmission()];
  const results = await Promise.allSettled([
    accept(OPERATOR, good.slice(0, 1)),
    accept(OPERATOR, [sampleSubmission({ subject: '\u0000' })]),
    accept(OPERATOR, good.slice(1)),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await database.emailRecord.count({ where: { id: { in: good.map(({ id }) => id) } } })).toBe(2);
});

test('a batch with megabytes of text is stored completely or not at all', async () => {
  const accept = openAcceptance(database);
  const batch = (last: string) =>
    Array.from({ length: 30 }, (_, n) => sampleSubmission({ text: 'x'.repeat(100_000), ...(n === 29 && { subject: last }) }));
  const kept = (emails: readonly Submission[]) =>
    database.emailRecord.count({ where: { id: { in: emails.map(({ id }) => id) } } });
  const [good, bad] = [batch('good'), batch('\u0000')];
  expect(await accept(OPERATOR, good)).toEqual({ kind: 'accepted' });
  expect(await kept(good)).toBe(30);
  await expect(accept(OPERATOR, bad)).rejects.toThrow();
  expect(await kept(bad)).toBe(0);
});

test('a long write delays only further ones of its key while another key sends', async () => {
  const accept = openAcceptance(database);
  const [long, other] = [await keyWith({}), await keyWith({})];
  const withFile = (apiKeyId: string) => {
    const file = { filename: 'a', contentType: null, contentId: null, url: null, bytes: new Uint8Array(randomBytes(2_000_000)) };
    return [sampleSubmission({ apiKeyId, attachments: [file] })];
  };
  await accept({ apiKey: other }, [sampleSubmission({ apiKeyId: other.id })]);
  const ended: string[] = [];
  await Promise.all([
    ...[1, 2, 3].map((nth) => accept({ apiKey: long }, withFile(long.id)).then(() => ended.push(`long ${String(nth)}`))),
    accept({ apiKey: other }, withFile(other.id)).then(() => ended.push('other')),
  ]);
  expect(ended.filter((who) => who !== 'other')).toEqual(['long 1', 'long 2', 'long 3']);
  expect(ended.indexOf('other')).toBeLessThan(ended.indexOf('long 3'));
});

test('an email whose commit was not confirmed is accepted if it is stored', async () => {
  const submission = sampleSubmission();
  expect(await openAcceptance(database)(OPERATOR, [submission])).toEqual({ kind: 'accepted' });
  // The second commit fails on the duplicate id, as after a connection lost during the commit.
  expect(await openAcceptance(database)(OPERATOR, [submission])).toEqual({ kind: 'accepted' });
});

test('an email that its key may not send is refused with its whole request', async () => {
  const apiKey = await keyWith({ allowedSenders: ['acme.example'] });
  const [mine, foreign] = [sampleSubmission(), sampleSubmission({ fromAddress: 'ceo@other.example' })];
  const accept = openAcceptance(database);
  await expect(accept({ apiKey }, [mine, foreign])).rejects.toMatchObject({ code: 'sender_not_allowed' });
  expect(await database.emailRecord.count({ where: { id: { in: [mine.id, foreign.id] } } })).toBe(0);
});

describe('the quota of a key', () => {
  const emails = (count: number, changes: Parameters<typeof sampleSubmission>[0] = {}) =>
    Array.from({ length: count }, () => sampleSubmission(changes));
  const usageOf = async ({ id }: ActiveApiKey) => (await readKeyUsage(database, [id])).get(id);

  test('of emails is exact across processes and requests', async () => {
    const apiKey = await keyWith({ dailyEmails: 25 });
    const processes = [openAcceptance(database), openAcceptance(database)];
    const results = await Promise.allSettled(
      processes.flatMap((accept) => Array.from({ length: 20 }, () => accept({ apiKey }, emails(1, { apiKeyId: apiKey.id })))),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(25);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: {
        code: 'daily_quota_exceeded',
        message: expect.stringContaining('25 emails a day'),
        retryAfter: expect.any(Number),
      },
    });
    expect(await database.emailRecord.count({ where: { apiKeyId: apiKey.id } })).toBe(25);
    expect(await usageOf(apiKey)).toMatchObject({ emails: 25 });
  });

  test('refuses a batch that would exceed it, and accepts a smaller one', async () => {
    const apiKey = await keyWith({ dailyEmails: 10 });
    const accept = openAcceptance(database);
    await accept({ apiKey }, emails(8));
    await expect(accept({ apiKey }, emails(3))).rejects.toMatchObject({ code: 'daily_quota_exceeded' });
    await accept({ apiKey }, emails(2));
    expect(await usageOf(apiKey)).toMatchObject({ emails: 10 });
  });

  test('of bytes counts text, html and attachments', async () => {
    const apiKey = await keyWith({ dailyBytes: 1000 });
    const accept = openAcceptance(database);
    const file = { filename: 'a', contentType: null, contentId: null, url: null, bytes: new Uint8Array(500) };
    await accept({ apiKey }, emails(1, { html: 'ü'.repeat(100), text: 'x'.repeat(200), attachments: [file] }));
    expect(await usageOf(apiKey)).toEqual({ emails: 1, bytes: 900 });
    await expect(accept({ apiKey }, emails(1, { html: null, text: 'x'.repeat(101) }))).rejects.toMatchObject({
      code: 'daily_quota_exceeded',
      message: expect.stringContaining('1000 bytes'),
    });
  });

  test('of scheduled emails counts only pending ones', async () => {
    const apiKey = await keyWith({ maxScheduled: 2 });
    const accept = openAcceptance(database);
    const later = { apiKeyId: apiKey.id, scheduledAt: new Date(Date.now() + 3_600_000) };
    await accept({ apiKey }, emails(2, later));
    await expect(accept({ apiKey }, emails(1, later))).rejects.toMatchObject({ code: 'too_many_scheduled' });
    await accept({ apiKey }, emails(1, { apiKeyId: apiKey.id }));
    await database.emailRecord.updateMany({ where: later, data: { status: 'canceled' } });
    await accept({ apiKey }, emails(1, later));
  });

  test('counts a repeated request once, and allows a refused one to be repeated with its idempotency key', async () => {
    const apiKey = await keyWith({ dailyEmails: 2 });
    const accept = openAcceptance(database);
    const request = (key: string) => ({ apiKeyId: apiKey.id, key, payload: key, response: { key } });
    expect(await accept({ apiKey }, emails(1), request('a'))).toEqual({ kind: 'accepted' });
    expect(await accept({ apiKey }, emails(1), request('a'))).toMatchObject({ kind: 'repeated' });
    await expect(accept({ apiKey }, emails(2), request('b'))).rejects.toMatchObject({ code: 'daily_quota_exceeded' });
    const raised = { ...apiKey, restrictions: { ...apiKey.restrictions, dailyEmails: 3 } };
    expect(await accept({ apiKey: raised }, emails(2), request('b'))).toEqual({ kind: 'accepted' });
    expect(await usageOf(apiKey)).toMatchObject({ emails: 3 });
  });

  test('does not count emails of the previous day', async () => {
    const apiKey = await keyWith({ dailyEmails: 1 });
    const accept = openAcceptance(database);
    await accept({ apiKey }, emails(1));
    await database.apiKeyUsage.updateMany({
      where: { apiKeyId: apiKey.id },
      data: { day: new Date(Date.now() - 86_400_000) },
    });
    await accept({ apiKey }, emails(1));
  });

  test('uses one connection at a time and leaves others to other keys', async () => {
    const apiKey = await keyWith({ dailyEmails: 1000 });
    const accept = openAcceptance(database);
    await accept({ apiKey }, emails(1));
    let unlock = (): void => undefined;
    const held = new Promise<void>((resolve) => (unlock = resolve));
    let blocking = Promise.resolve();
    await new Promise<void>((locked) => {
      blocking = database.$transaction(
        async (transaction) => {
          await transaction.$queryRaw`SELECT FROM "ApiKeyUsage" WHERE "apiKeyId" = ${apiKey.id}::uuid FOR UPDATE`;
          locked();
          await held;
        },
        { timeout: 60_000 },
      );
    });
    const mine = Promise.all(Array.from({ length: 20 }, () => accept({ apiKey }, emails(1))));
    // Two of four connections are free.
    for (let n = 0; n < 5; n += 1) await accept(OPERATOR, emails(1));
    unlock();
    await Promise.all([blocking, mine]);
    expect(await usageOf(apiKey)).toMatchObject({ emails: 21 });
  });

  test('is not counted for a key without quotas', async () => {
    const apiKey = await keyWith({});
    await openAcceptance(database)({ apiKey }, emails(1));
    expect(await usageOf(apiKey)).toBeUndefined();
  });
});

describe('the rate of a key', () => {
  const open = () => {
    const parts = { share: (counts: ReadonlyMap<string, number>) => shareEmailCounts(database, counts), now: () => 0 };
    return openEmailRate({ count: 10, periodMs: 1000 }, { ...parts, logger: { warn: () => undefined } as never });
  };

  test('counts emails, except those of a batch that were already counted', async () => {
    const rate = open();
    const apiKey = await keyWith({});
    const accept = openAcceptance(database, { rate });
    await accept({ apiKey }, [sampleSubmission(), sampleSubmission()]);
    expect(rate.state(apiKey.id).remaining).toBe(8);
    await accept({ apiKey, countedEmails: 1 }, [sampleSubmission(), sampleSubmission()]);
    expect(rate.state(apiKey.id).remaining).toBe(7);
    rate.count(apiKey.id, 7);
    const email = sampleSubmission();
    await expect(accept({ apiKey }, [email])).rejects.toMatchObject({ code: 'rate_limited', retryAfter: 1 });
    expect(await database.emailRecord.count({ where: { id: email.id } })).toBe(0);
    await accept(OPERATOR, [sampleSubmission()]);
    rate.close();
  });

  test('is shared by all processes through the database', async () => {
    const [first, second] = [open(), open()];
    const apiKey = await keyWith({});
    for (const rate of [first, second]) {
      rate.take(apiKey.id, 1);
      await rate.shareNow();
    }
    second.take(apiKey.id, 5);
    for (const rate of [second, first]) await rate.shareNow();
    expect(first.state(apiKey.id).remaining).toBe(10 - 7);
    for (const rate of [first, second]) rate.close();
  });
});

test.each<[string, () => Partial<Submission>]>([
  // Different bytes each time: equal attachments are stored once, and their writes wait for each other.
  [
    'with files',
    () => ({ attachments: [{ filename: 'a.bin', contentType: null, contentId: null, bytes: randomBytes(100), url: null }] }),
  ],
  ['with much text', () => ({ html: 'x'.repeat(100_000), text: 'y'.repeat(40_000) })],
])('emails %s of one key do not hold up those of another', async (_, large) => {
  const accept = openAcceptance(database);
  const [one, other] = [newId(), newId()];
  const send = (apiKeyId: string) => accept(OPERATOR, [sampleSubmission({ apiKeyId, ...large() })]);
  // Emails of the first key are not stored until the test releases the lock.
  await database.$executeRawUnsafe(`CREATE FUNCTION hold_email() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NEW; END $$`);
  await database.$executeRawUnsafe(`CREATE TRIGGER hold_email BEFORE INSERT ON "EmailRecord" FOR EACH ROW
    WHEN (NEW."apiKeyId" = '${one}') EXECUTE FUNCTION hold_email()`);
  let settled = 0;
  const held: Promise<unknown>[] = [];
  try {
    await database.$transaction(
      async (holder) => {
        await holder.$executeRaw`SELECT pg_advisory_xact_lock(1)`;
        for (let n = 0; n < 20; n += 1) held.push(send(one).finally(() => (settled += 1)));
        expect(await send(other)).toEqual({ kind: 'accepted' });
        expect(await accept(OPERATOR, [sampleSubmission({ apiKeyId: other })])).toEqual({ kind: 'accepted' });
        expect(settled).toBe(0);
      },
      { timeout: 60_000 },
    );
    expect(await Promise.all(held)).toEqual(held.map(() => ({ kind: 'accepted' })));
  } finally {
    await database.$executeRawUnsafe('DROP TRIGGER hold_email ON "EmailRecord"');
    await database.$executeRawUnsafe('DROP FUNCTION hold_email');
  }
});

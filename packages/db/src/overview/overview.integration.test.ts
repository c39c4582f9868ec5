import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { closeDatabase, openDatabase, type Database } from '../database.ts';
import { acceptSubmissions } from '../email/accept-submissions.ts';
import { createMigratedDatabase, sampleSubmission } from '../testing/index.ts';
import { countClosedMinutes } from './count-closed-minutes.ts';
import { readCountsOverTime } from './read-counts.ts';
import { readUnfinished } from './read-unfinished.ts';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 3, 3, 12);

const drops: (() => Promise<void>)[] = [];
let database: Database;

beforeEach(async () => {
  const created = await createMigratedDatabase();
  database = openDatabase({ url: created.url, maxConnections: 4 });
  drops.push(async () => {
    await closeDatabase(database);
    await created.drop();
  });
});
afterAll(async () => {
  for (const drop of drops) await drop();
});

/** Creates an email with the times of its acceptance and of its sending. */
async function accept(acceptedAt: number, sentAt?: number): Promise<string> {
  const email = sampleSubmission();
  await acceptSubmissions(database, [email]);
  await database.emailEvent.updateMany({ where: { emailId: email.id }, data: { at: new Date(acceptedAt) } });
  if (sentAt !== undefined) {
    await database.emailEvent.create({ data: { emailId: email.id, n: 2, type: 'sent', at: new Date(sentAt) } });
  }
  return email.id;
}

/** Opens a transaction that has inserted an event and is not committed. */
async function openWriter(emailId: string): Promise<{ readonly begun: Date; readonly commit: () => Promise<void> }> {
  let commit: () => void = () => undefined;
  const mayEnd = new Promise<void>((resolve) => (commit = resolve));
  let done: Promise<void> = Promise.resolve();
  const begun = await new Promise<Date>((resolve, reject) => {
    done = database.$transaction(
      async (transaction) => {
        const [event] = await transaction.$queryRaw<{ at: Date }[]>`
          INSERT INTO "EmailEvent" ("emailId", n, type) VALUES (${emailId}::uuid, 2, 'sent') RETURNING at`;
        resolve(event?.at ?? new Date(0));
        await mayEnd;
      },
      { timeout: 30_000 },
    );
    done.catch(reject);
  });
  return {
    begun,
    commit: () => {
      commit();
      return done;
    },
  };
}

const countAll = async (now: Date): Promise<void> => {
  while ((await countClosedMinutes(database, now)) === 'behind');
};

describe('counts over time', () => {
  test('are the same before and after minutes are aggregated, and include each event once', async () => {
    await accept(NOON - 30 * MINUTE, NOON - 29 * MINUTE);
    await accept(NOON - 3 * MINUTE, NOON - 10_000);
    const now = new Date(NOON);
    await countAll(now);
    await countAll(now);
    const counts = await readCountsOverTime(database, { from: new Date(NOON - 60 * MINUTE), stepMs: MINUTE, now, scope: 'all' });
    expect(counts.map(({ at, accepted, sent }) => [(at.getTime() - NOON) / MINUTE, accepted, sent])).toEqual([
      [-30, 1, 0],
      [-29, 0, 1],
      [-3, 1, 0],
      [-1, 0, 1],
    ]);
    await countAll(new Date(NOON + 10 * MINUTE));
    expect(await readCountsOverTime(database, { from: new Date(NOON - 60 * MINUTE), stepMs: MINUTE, now, scope: 'all' })).toEqual(
      counts,
    );
    const [hour] = await readCountsOverTime(database, {
      from: new Date(NOON - 60 * MINUTE),
      stepMs: 60 * MINUTE,
      now,
      scope: 'all',
    });
    expect(hour).toMatchObject({ accepted: 2, sent: 2 });
  });

  test('an email counts as failed when all recipients were suppressed, not when only one was, nor when simulated', async () => {
    for (const data of [{}, { recipient: 'ann@example.com' }, { simulated: true }]) {
      const emailId = await accept(NOON - 3 * MINUTE);
      await database.emailEvent.create({ data: { emailId, n: 2, type: 'suppressed', at: new Date(NOON - 2 * MINUTE), data } });
    }
    const [hour] = await readCountsOverTime(database, {
      from: new Date(NOON - 60 * MINUTE),
      stepMs: 60 * MINUTE,
      now: new Date(NOON),
      scope: 'all',
    });
    expect(hour).toMatchObject({ accepted: 3, failed: 1 });
  });

  test('a minute is not counted while an open transaction may still add events to it', async () => {
    const emailId = await accept(Date.now() - 30 * MINUTE);
    await countAll(new Date());
    const { commit, begun } = await openWriter(emailId);
    const later = new Date(begun.getTime() + 10 * MINUTE);
    await countAll(later);
    await commit();
    await countAll(later);
    const minute = new Date(Math.floor(begun.getTime() / MINUTE) * MINUTE);
    expect(await database.minuteCount.findUnique({ where: { minute } })).toMatchObject({ sent: 1 });
  });

  test('a minute that has just ended is not counted yet', async () => {
    await accept(NOON - 30_000);
    await countAll(new Date(NOON + 30_000));
    expect(await database.minuteCount.count()).toBe(0);
    const [minute] = await readCountsOverTime(database, {
      from: new Date(NOON - MINUTE),
      stepMs: MINUTE,
      now: new Date(NOON),
      scope: 'all',
    });
    expect(minute).toMatchObject({ accepted: 1 });
    await countAll(new Date(NOON + 2 * MINUTE));
    expect(await database.minuteCount.findMany()).toMatchObject([{ minute: new Date(NOON - MINUTE), accepted: 1 }]);
  });
});

test('unfinished emails are counted by status, with the longest overdue and the newest email', async () => {
  expect(await readUnfinished(database, new Date(), 'all')).toMatchObject({ overdue: null, newestId: null });
  const [first, second] = [await accept(NOON), await accept(NOON)];
  const overdue = new Date(NOON - MINUTE);
  await database.emailRecord.update({ where: { id: first }, data: { status: 'deferred', nextAttemptAt: overdue } });
  await database.emailRecord.update({ where: { id: second }, data: { nextAttemptAt: new Date(NOON + MINUTE) } });
  expect(await readUnfinished(database, new Date(NOON), 'all')).toEqual({
    counts: { scheduled: 0, queued: 1, sending: 0, deferred: 1, in_doubt: 0 },
    overdue: { id: first, since: overdue },
    newestId: second,
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../database.ts';
import { openMigratedDatabase, sampleSubmission } from '../testing/index.ts';
import { acceptSubmissions } from './accept-submissions.ts';
import { findUpcoming, NOT_LOOKED_YET } from './find-upcoming.ts';

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ database, close } = await openMigratedDatabase({ maxConnections: 2 }));
});
afterAll(() => close());

const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const inMs = (ms: number) => new Date(Date.now() + ms);

async function accept(scheduledAt: Date | null, trace?: string): Promise<string> {
  const submission = sampleSubmission({ scheduledAt, traceparent: trace });
  await acceptSubmissions(database, [submission]);
  return submission.id;
}

describe('findUpcoming', () => {
  test('finds emails in order of due time, each once, with its trace and the remaining time', async () => {
    const second = await accept(inMs(20_000));
    const first = await accept(inMs(10_000), traceparent);
    const overdue = await accept(inMs(-2000));
    const far = await accept(inMs(90_000));
    await accept(null);

    const one = await findUpcoming(database, { after: NOT_LOOKED_YET, aheadMs: 60_000, limit: 2 });
    expect(one.emails.map(({ id }) => id)).toEqual([overdue, first]);
    expect(one.emails[0]).toEqual({ id: overdue, generation: 0, dueInMs: 0, traceparent: null });
    expect(one.emails[1]?.traceparent).toBe(traceparent);
    expect(one.emails[1]?.dueInMs).toBeGreaterThan(5000);
    expect(one.emails[1]?.dueInMs).toBeLessThanOrEqual(10_000);

    const two = await findUpcoming(database, { after: one.lookedUntil, aheadMs: 60_000, limit: 2 });
    expect(two.emails.map(({ id }) => id)).toEqual([second]);
    const three = await findUpcoming(database, { after: two.lookedUntil, aheadMs: 120_000, limit: 2 });
    expect(three.emails.map(({ id }) => id)).toEqual([far]);
    expect((await findUpcoming(database, { after: three.lookedUntil, aheadMs: 120_000, limit: 2 })).emails).toEqual([]);
  });

  test('omits emails long overdue, and finds postponed emails that are queued', async () => {
    const longAgo = await accept(inMs(-60_000));
    const putOff = await accept(null);
    await database.emailRecord.update({
      where: { id: putOff },
      data: { nextAttemptAt: inMs(5000), postponedReason: 'The receiver keeps others waiting.' },
    });
    const { emails } = await findUpcoming(database, { after: NOT_LOOKED_YET, aheadMs: 60_000, limit: 100 });
    expect(emails.map(({ id }) => id)).toContain(putOff);
    expect(emails.map(({ id }) => id)).not.toContain(longAgo);
  });
});

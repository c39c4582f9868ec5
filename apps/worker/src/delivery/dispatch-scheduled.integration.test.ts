import { afterEach, expect, test } from '@jest/globals';
import { createLogger } from '@sendoff/runtime';
import { acceptSubmissions, type Database } from '@sendoff/db';
import { openMigratedDatabase, sampleSubmission } from '@sendoff/db/testing';
import type { DeliveryJobData } from '@sendoff/queue';
import { dispatchScheduled } from './dispatch-scheduled.ts';
import { openDeliverySlots } from './delivery-slots.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const releasers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const release of releasers.splice(0).reverse()) await release();
});

async function openDatabase(): Promise<Database> {
  const { database, close } = await openMigratedDatabase({ maxConnections: 2 });
  releasers.push(close);
  return database;
}

async function accept(database: Database, dueAt: readonly number[]): Promise<void> {
  await acceptSubmissions(
    database,
    dueAt.map((at) => sampleSubmission({ scheduledAt: new Date(at), traceparent })),
  );
}

/** Starts the dispatcher with `count` slots for `deliver`, and records the calls. */
function watch(database: Database, count: number, deliver: () => Promise<void> = () => Promise.resolve()) {
  const calls: (DeliveryJobData & { at: number })[] = [];
  const { openSource } = openDeliverySlots(count);
  const timely = dispatchScheduled({
    database,
    deliver: (job) => {
      calls.push({ ...job, at: Date.now() });
      return deliver();
    },
    run: openSource(),
    logger,
  });
  releasers.push(() => timely.stop());
  return { calls, run: openSource(), stop: () => timely.stop() };
}

const sleepUntil = (at: number) => new Promise<void>((resolve) => setTimeout(resolve, at - Date.now()));

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('did not happen in time');
    await sleepUntil(Date.now() + 20);
  }
}

test('each email is delivered once, at its time, with the trace in which it was accepted', async () => {
  const database = await openDatabase();
  const due = Date.now() + 3000;
  await accept(database, [due + 200, due, due + 1300]);
  const { calls } = watch(database, 10);
  await until(() => calls.length === 3);
  await sleepUntil(Date.now() + 1000);
  expect(calls).toHaveLength(3);
  for (const [index, offset] of [0, 200, 1300].entries()) {
    expect(calls[index]).toMatchObject({ generation: 0, traceparent });
    expect((calls[index]?.at ?? 0) - due).toBeGreaterThanOrEqual(offset);
  }
});

test('emails beyond the limit held in memory are delivered as slots become free', async () => {
  const database = await openDatabase();
  const due = Date.now() + 1000;
  await accept(database, Array<number>(2500).fill(due));
  const { calls } = watch(database, 500, () => new Promise((resolve) => setTimeout(resolve, 20)));
  await until(() => calls.length >= 2500);
  expect(new Set(calls.map(({ emailId }) => emailId)).size).toBe(2500);
  expect(calls).toHaveLength(2500);
});

test('newly queued mail takes turns with emails that fell due before', async () => {
  const database = await openDatabase();
  await accept(database, Array<number>(400).fill(Date.now() + 1000));
  const { calls, run } = watch(database, 10, () => sleepUntil(Date.now() + 20));
  await until(() => calls.length >= 20);
  const before = calls.length;
  await run(() => Promise.resolve());
  expect(calls.length - before).toBeLessThanOrEqual(20);
  await until(() => calls.length === 400);
});

test('stop waits for running deliveries and begins no more', async () => {
  const database = await openDatabase();
  const due = Date.now() + 2000;
  await accept(database, [due, due, due, due + 400]);
  let finished = 0;
  const { calls, stop } = watch(database, 1, async () => {
    await sleepUntil(Date.now() + 500);
    finished += 1;
  });
  await until(() => calls.length === 1);
  await stop();
  expect(finished).toBe(1);
  await sleepUntil(due + 1200);
  expect(calls).toHaveLength(1);
});

/**
 * A thousand emails scheduled within one second while the queue is emptied: each is sent once, and none before its time. Their
 * delay is printed but not checked, since it depends on the machine.
 */
import { afterEach, expect, test } from '@jest/globals';
import { queueEngines } from '@sendoff/testkit';
import { callApi } from './testing/call-api.ts';
import { countArrivals } from './testing/count-arrivals.ts';
import { createReleases } from './testing/releases.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { waitUntil } from './testing/wait-until.ts';

const EMAILS = 1000;
const BATCH = 100;
/** The time from the first batch to the scheduled second, enough to submit all emails on a busy machine. */
const LEAD_MS = 8000;

const releases = createReleases();
afterEach(releases.releaseAll);

test.each(queueEngines())(
  'a thousand emails scheduled for one second are sent once and not early after the queue was emptied, with the queue on $name',
  async ({ name, redisUrl }) => {
    const stack = await startStack(releases, { redisUrl });
    await Promise.all([stack.startApi(), stack.startWorker()]);
    const arrivals = await sendThousand(stack);
    const [first, last] = [Math.min(...arrivals), Math.max(...arrivals)];
    process.stdout.write(`${name}: first after ${String(first)} ms, last after ${String(last)} ms\n`);
    expect(first).toBeGreaterThanOrEqual(0);
  },
  120_000,
);

/**
 * Schedules a thousand emails for one second and empties the queue before it. Returns their arrival times relative to that second.
 */
async function sendThousand(stack: Stack): Promise<number[]> {
  const { relay } = stack;
  const before = relay.received.length;
  const second = Math.ceil((Date.now() + LEAD_MS) / 1000) * 1000;
  for (let from = 0; from < EMAILS; from += BATCH) {
    const emails = Array.from({ length: BATCH }, (_, n) => ({
      from: 'Order desk <desk@orders.example>',
      to: `customer-${String(from + n)}@example.com`,
      subject: `Order ${String(from + n)} is on its way`,
      text: `Parcel ${String(from + n)} has left the warehouse.`,
      scheduled_at: new Date(second + ((from + n) % 1000)).toISOString(),
    }));
    const { status } = await callApi(stack.api, { method: 'POST', path: '/emails/batch', body: emails });
    expect(status).toBe(200);
  }
  await stack.wipeQueue();
  expect(Date.now()).toBeLessThan(second);

  await waitUntil('all emails at the relay', 60_000, () => relay.received.length >= before + EMAILS);
  const received = relay.received.slice(before);
  expect(new Set(countArrivals(received).values())).toEqual(new Set([1]));
  expect(received).toHaveLength(EMAILS);
  return received.map(({ at }) => at - second);
}

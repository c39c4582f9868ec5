/**
 * A thousand emails that are scheduled within the same second leave in that second and the next, and
 * a queue that is wiped meanwhile does not matter to them.
 *
 * An email that is early, twice or missing fails at once. The speed is that of a machine that has time for
 * it: measurements are made until one is in time or enough on a quiet machine were late, and where no moment was
 * quiet they are printed and not judged.
 */
import { afterEach, expect, test } from '@jest/globals';
import { queueEngines } from '@sendoff/embedded/testing';
import { callApi } from './testing/call-api.ts';
import { countArrivals } from './testing/count-arrivals.ts';
import { createReleases } from './testing/releases.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { QUIET, waitForQuietMachine } from './testing/wait-for-quiet-machine.ts';
import { waitUntil } from './testing/wait-until.ts';

const EMAILS = 1000;
const BATCH = 100;
const PROMISED_MS = 2000;
const MEASUREMENTS = 6;
/** So many on a quiet machine that are all late break the promise. */
const ENOUGH = 3;
/** From the first batch to the second in which all are due: enough to hand them in on a busy machine. */
const LEAD_MS = 8000;

const releases = createReleases();
afterEach(releases.releaseAll);

test.each(queueEngines())(
  'a thousand emails of one second leave in it and the next, the queue being wiped before, with the queue on $name',
  async ({ name, redisUrl }) => {
    const stack = await startStack(releases, { redisUrl });
    await Promise.all([stack.startApi(), stack.startWorker()]);
    let last = Infinity;
    let lateWhileQuiet = 0;
    for (let n = 1; n <= MEASUREMENTS && last >= PROMISED_MS && lateWhileQuiet < ENOUGH; n += 1) {
      const free = await waitForQuietMachine();
      const arrivals = await sendThousand(stack);
      last = Math.max(...arrivals);
      const late = arrivals.filter((at) => at >= PROMISED_MS).length;
      process.stdout.write(
        `${name}, ${String(n)}: first after ${String(Math.min(...arrivals))} ms, last after ${String(last)} ms, ` +
          `${String(late)} late; ${(free * 100).toFixed(0)} % of the processors were free before\n`,
      );
      expect(Math.min(...arrivals)).toBeGreaterThanOrEqual(0);
      if (late > 0 && free >= QUIET) lateWhileQuiet += 1;
    }
    if (lateWhileQuiet < ENOUGH && last >= PROMISED_MS) {
      process.stdout.write(`${name}: no moment was quiet enough to judge the speed\n`);
    }
    expect(lateWhileQuiet).toBeLessThan(ENOUGH);
  },
  300_000,
);

/** Has a thousand emails sent in one second, and the queue wiped before; returns when each came, counted from its beginning. */
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

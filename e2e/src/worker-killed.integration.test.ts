/**
 * No accepted email is lost when processes are killed or the queue is emptied.
 *
 * Leases expire after 30 s, so the tests wait in parallel, each on its own system.
 */
import { afterAll, describe, expect, test } from '@jest/globals';
import { queueEngines } from '@sendoff/testkit';
import { readEmail } from './testing/api-client.ts';
import { countArrivals } from './testing/count-arrivals.ts';
import { arrivalExpected, slowRelay, submitMany, waitForAll, type AcceptedEmail } from './testing/flow-of-emails.ts';
import { readLedger } from './testing/read-ledger.ts';
import { createReleases } from './testing/releases.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { waitUntil } from './testing/wait-until.ts';

const SETTINGS = { RETRY_SCHEDULE: '1s,1s,1s' };
/** The lease, the interval of the sweep, the first retry delay, and a margin for a busy machine. */
const TAKE_OVER_LIMIT_MS = 70_000;
/** Two sweeps and the same margin. */
const SWEEP_LIMIT_MS = 40_000;
const TEST_LIMIT_MS = 110_000;

const releases = createReleases();
afterAll(releases.releaseAll, TEST_LIMIT_MS);

describe('every accepted email arrives', () => {
  test.concurrent.each(queueEngines())(
    'when the worker is killed while it sends, with the queue on $name',
    async ({ redisUrl }) => {
      const stack = await startStack(releases, { redisUrl, script: slowRelay(30), settings: SETTINGS });
      const [, worker] = await Promise.all([stack.startApi(), stack.startWorker()]);

      const { accepted, done } = submitMany(stack, 300);
      await stack.relay.waitFor(100, 30_000);
      worker.signal('SIGKILL');
      expect(await worker.ended).toBe('SIGKILL');
      expect(stack.relay.received.length).toBeLessThan(300);
      await done;
      expect(accepted).toHaveLength(300);

      await stack.startWorker();
      await waitForAll(stack, accepted, TAKE_OVER_LIMIT_MS);
      await expectAllSent(stack, accepted);
      await expectDuplicatesInDoubt(stack, accepted);
    },
    TEST_LIMIT_MS,
  );

  test.concurrent.each(queueEngines())(
    'when the API is killed right after its responses, with the queue on $name',
    async ({ redisUrl }) => {
      const stack = await startStack(releases, { redisUrl, settings: SETTINGS });
      const [api] = await Promise.all([stack.startApi(), stack.startWorker()]);

      const { accepted, done } = submitMany(stack, 40);
      await waitUntil('answers to half of the requests', 10_000, () => accepted.length >= 20);
      api.signal('SIGKILL');
      await expect(done).rejects.toThrow();
      expect(await api.ended).toBe('SIGKILL');

      await waitForAll(stack, accepted, SWEEP_LIMIT_MS);
      await stack.startApi();
      await expectAllSent(stack, accepted);
    },
    TEST_LIMIT_MS,
  );

  test.concurrent.each(queueEngines())(
    'when the queue loses all jobs before a worker has read them, with the queue on $name',
    async ({ redisUrl }) => {
      const stack = await startStack(releases, { redisUrl, settings: SETTINGS });
      await stack.startApi();
      const { accepted, done } = submitMany(stack, 50);
      await done;
      await stack.wipeQueue();

      await stack.startWorker();
      await waitForAll(stack, accepted, SWEEP_LIMIT_MS);
      await expectAllSent(stack, accepted);
    },
    TEST_LIMIT_MS,
  );
});

async function expectAllSent({ api }: Stack, accepted: readonly AcceptedEmail[]): Promise<void> {
  for (const { id } of accepted) {
    await waitUntil(`email ${id} being sent`, 10_000, async () => (await readEmail(api, id)).status === 'sent');
  }
}

/** An email may arrive twice only if the outcome of an attempt was unknown. */
async function expectDuplicatesInDoubt(stack: Stack, accepted: readonly AcceptedEmail[]): Promise<void> {
  const arrivals = countArrivals(stack.relay.received);
  const ledger = await readLedger(stack.databaseUrl);
  // Otherwise the worker was killed at a moment that tests nothing.
  expect(ledger.map(({ reason }) => reason)).toContain('worker_gone');
  for (const email of accepted) {
    const outcomes = ledger.filter(({ emailId }) => emailId === email.id).map(({ outcome }) => outcome);
    expect(outcomes.at(-1)).toBe('sent');
    expect(outcomes.slice(0, -1).every((outcome) => outcome === 'in_doubt')).toBe(true);
    expect(arrivals.get(arrivalExpected(email))).toBeLessThanOrEqual(outcomes.length);
  }
}

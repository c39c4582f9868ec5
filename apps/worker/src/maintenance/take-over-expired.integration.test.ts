import { afterEach, expect, test } from '@jest/globals';
import { createLogger } from '@sendoff/config';
import { beginAttempts, getEmail } from '@sendoff/db';
import { createWorld, release } from '../../test/create-world.ts';
import { openDeliveryStore } from '../delivery/delivery-store.ts';
import { keepLeases } from '../delivery/lease-keeper.ts';
import { takeOverExpired } from './take-over-expired.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
afterEach(release);

test.each([
  ['whose worker is gone', 'another', { outcome: 'in_doubt', reason: 'worker_gone' }],
  ['that its worker, which lost the answer, never made', 'itself', { outcome: 'relay_trouble', reason: 'interrupted' }],
])('an attempt %s is closed as what it is', async (_, owner, expected) => {
  const { database, queue, accept } = await createWorld(undefined);
  const emailId = await accept({}, false);
  const leases = keepLeases({ database, worker: 'itself', leaseMs: 60_000, logger });
  const terms = { worker: owner, leaseMs: 1 };
  await beginAttempts(database, [{ emailId, generation: 0 }], terms);
  leases.noteUnknownBegin(emailId);
  const policy = { schedule: [60_000], inDoubt: 'retry', now: () => new Date(), random: Math.random } as const;

  await new Promise((resolve) => setTimeout(resolve, 20));
  await takeOverExpired({ database, queue, logger, leases, policy, store: openDeliveryStore(database, leases, terms) });
  leases.stop();
  const email = await getEmail(database, emailId);
  expect(email).toMatchObject({ status: 'deferred', attempts: [expected] });
  // Trouble on our side uses up no step of the schedule.
  expect(email?.retryCount).toBe(expected.outcome === 'in_doubt' ? 1 : 0);
});

import { afterEach, expect, test } from '@jest/globals';
import { createLogger } from '@sendoff/runtime';
import { beginAttempts, getEmail, type Database } from '@sendoff/db';
import { createWorld, release } from '../../test/create-world.ts';
import { openDeliveryStore } from '../delivery/delivery-store.ts';
import { keepLeases } from '../delivery/lease-keeper.ts';
import { takeOverExpired } from './take-over-expired.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
afterEach(release);

const toldNobody = (): void => undefined;
const policy = { schedule: [60_000], inDoubt: 'retry', now: () => new Date(), random: Math.random } as const;

test.each([
  ['of a lost worker', 'another', { outcome: 'in_doubt', reason: 'worker_gone' }],
  ['of this worker whose begin was never confirmed', 'itself', { outcome: 'relay_error', reason: 'interrupted' }],
])('an expired attempt %s is closed with the matching outcome', async (_, owner, expected) => {
  const { database, queue, accept } = await createWorld(undefined);
  const emailId = await accept({}, false);
  const leases = keepLeases({ database, worker: 'itself', leaseMs: 60_000, logger });
  const terms = { worker: owner, leaseMs: 1, setAsideMs: 60_000 };
  await beginAttempts(database, [{ emailId, generation: 0 }], terms);
  leases.trackClaims([emailId]).unknown();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await takeOverExpired({
    database,
    queue,
    logger,
    leases,
    policy,
    store: openDeliveryStore(database, leases, terms, toldNobody),
  });
  leases.stop();
  const email = await getEmail(database, emailId, 'all');
  expect(email).toMatchObject({ status: 'deferred', attempts: [expected] });
  // A failure on our side uses no step of the retry schedule.
  expect(email?.retryCount).toBe(expected.outcome === 'in_doubt' ? 1 : 0);
});

test('an attempt whose begin was not confirmed is closed by the next sweep', async () => {
  const { database, queue, accept } = await createWorld(undefined);
  const emailId = await accept({}, false);
  const leases = keepLeases({ database, worker: 'itself', leaseMs: 60_000, logger });
  const terms = { worker: 'itself', leaseMs: 60_000, setAsideMs: 60_000 };
  const losing = {
    $queryRaw: async (...statement: Parameters<Database['$queryRaw']>) => {
      await database.$queryRaw(...statement);
      throw new Error('Connection terminated unexpectedly');
    },
  } as unknown as Database;
  await expect(openDeliveryStore(losing, leases, terms, toldNobody).begin({ emailId, generation: 0 })).rejects.toThrow(
    'terminated',
  );
  expect(await getEmail(database, emailId, 'all')).toMatchObject({ status: 'sending' });

  const store = openDeliveryStore(database, leases, terms, toldNobody);
  expect(await takeOverExpired({ database, queue, logger, leases, policy, store })).toBe(1);
  const closed = { status: 'deferred', retryCount: 0, attempts: [{ outcome: 'relay_error', reason: 'interrupted' }] };
  expect(await getEmail(database, emailId, 'all')).toMatchObject(closed);
  // A later begin may be lost again, but this attempt is closed.
  expect(leases.unconfirmedClaims()).toEqual([]);
  leases.stop();
});

test('a running attempt of this worker is not closed, even if an earlier begin was lost', async () => {
  const { database, queue, accept } = await createWorld(undefined);
  const emailId = await accept({}, false);
  const leases = keepLeases({ database, worker: 'itself', leaseMs: 60_000, logger });
  const store = openDeliveryStore(database, leases, { worker: 'itself', leaseMs: 60_000, setAsideMs: 60_000 }, toldNobody);
  leases.trackClaims([emailId]).unknown();
  expect(await store.begin({ emailId, generation: 0 })).not.toBeNull();
  expect(await takeOverExpired({ database, queue, logger, leases, policy, store })).toBe(0);
  expect(await getEmail(database, emailId, 'all')).toMatchObject({ status: 'sending' });
  leases.stop();
});

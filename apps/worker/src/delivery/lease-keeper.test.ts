import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createLogger } from '@sendoff/config';
import type { Database } from '@sendoff/db';
import { keepLeases, type LeaseKeeper } from './lease-keeper.ts';

let leases: LeaseKeeper;
beforeEach(() => {
  // The database is asked only when a lease is renewed, which nothing here waits for.
  const logger = createLogger({ name: 'test', level: 'silent' });
  leases = keepLeases({ database: {} as Database, worker: 'me', leaseMs: 60_000, logger });
});
afterEach(() => leases.stop());

test('an attempt that was begun without our knowing is told from one of another worker', () => {
  leases.noteUnknownBegin('a');
  expect(leases.neverKnewOf('a', 'me')).toBe(true);
  expect(leases.neverKnewOf('a', 'another')).toBe(false);
  expect(leases.neverKnewOf('b', 'me')).toBe(false);
});

test('an attempt that we know of may have been sent, whatever a late job for it met with', () => {
  const letGo = leases.hold('a');
  leases.noteUnknownBegin('a');
  letGo();
  leases.noteUnknownBegin('a');
  expect(leases.neverKnewOf('a', 'me')).toBe(false);

  leases.noteRecorded('a');
  leases.noteUnknownBegin('a');
  expect(leases.neverKnewOf('a', 'me')).toBe(true);
});

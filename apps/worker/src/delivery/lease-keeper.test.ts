import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createLogger } from '@sendoff/runtime';
import type { Database } from '@sendoff/db';
import { keepLeases, type LeaseKeeper } from './lease-keeper.ts';

let leases: LeaseKeeper;
beforeEach(() => {
  // The database is used only to renew leases, and no test lasts until then.
  const logger = createLogger({ name: 'test', level: 'silent' });
  leases = keepLeases({ database: {} as Database, worker: 'me', leaseMs: 60_000, logger });
});
afterEach(() => leases.stop());

const losesAnswer = (emailId: string): void => leases.trackClaims([emailId]).unknown();

test('an unconfirmed attempt of this worker is distinguished from one of another worker', () => {
  losesAnswer('a');
  expect(leases.unconfirmedClaims()).toEqual(['a']);
  expect(leases.wasNeverConfirmed('a', 'me')).toBe(true);
  expect(leases.wasNeverConfirmed('a', 'another')).toBe(false);
  expect(leases.wasNeverConfirmed('b', 'me')).toBe(false);
});

test('a confirmed attempt may have been sent, even if the answer to a late job for it was lost', () => {
  leases.trackClaims(['a', 'b']).begun(['a']);
  losesAnswer('a');
  const letGo = leases.hold('a');
  letGo();
  expect(leases.wasNeverConfirmed('a', 'me')).toBe(false);
  expect(leases.unconfirmedClaims()).toEqual([]);

  leases.trackRecorded('a');
  losesAnswer('a');
  expect(leases.wasNeverConfirmed('a', 'me')).toBe(true);
});

test('an attempt that could not be recorded is forgotten when it is closed, unless its lease is held', () => {
  leases.trackClaims(['a']).begun(['a']);
  const letGo = leases.hold('a');
  leases.trackClosed('a');
  letGo();
  losesAnswer('a');
  expect(leases.wasNeverConfirmed('a', 'me')).toBe(false);

  leases.trackClosed('a');
  losesAnswer('a');
  expect(leases.wasNeverConfirmed('a', 'me')).toBe(true);
});

test('an email with a pending begin does not count as never confirmed', () => {
  losesAnswer('a');
  const notes = leases.trackClaims(['a']);
  expect(leases.wasNeverConfirmed('a', 'me')).toBe(false);
  notes.begun([]);
  expect(leases.wasNeverConfirmed('a', 'me')).toBe(true);
  leases.trackClaims(['a']).begun(['a']);
  expect(leases.wasNeverConfirmed('a', 'me')).toBe(false);
});

test('an attempt with a held lease is confirmed, also when the outcome of an earlier attempt is recorded late', () => {
  leases.trackClaims(['a']).begun(['a']);
  const letGo = leases.hold('a');
  leases.trackRecorded('a');
  losesAnswer('a');
  expect(leases.wasNeverConfirmed('a', 'me')).toBe(false);
  letGo();
  expect(leases.wasNeverConfirmed('a', 'me')).toBe(true);
});

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createLogger } from '@sendoff/runtime';
import type { Database } from '@sendoff/db';
import { keepLeases, type LeaseKeeper } from './lease-keeper.ts';

let leases: LeaseKeeper;
beforeEach(() => {
  // The database is asked only when a lease is renewed, which nothing here waits for.
  const logger = createLogger({ name: 'test', level: 'silent' });
  leases = keepLeases({ database: {} as Database, worker: 'me', leaseMs: 60_000, logger });
});
afterEach(() => leases.stop());

const losesAnswer = (emailId: string): void => leases.noteBeginning([emailId]).unknown();

test('an attempt that was begun without our knowing is told from one of another worker', () => {
  losesAnswer('a');
  expect(leases.unknownBegins()).toEqual(['a']);
  expect(leases.neverKnewOf('a', 'me')).toBe(true);
  expect(leases.neverKnewOf('a', 'another')).toBe(false);
  expect(leases.neverKnewOf('b', 'me')).toBe(false);
});

test('an attempt that we know of may have been sent, whatever a late job for it met with', () => {
  leases.noteBeginning(['a', 'b']).begun(['a']);
  losesAnswer('a');
  const letGo = leases.hold('a');
  letGo();
  expect(leases.neverKnewOf('a', 'me')).toBe(false);
  expect(leases.unknownBegins()).toEqual([]);

  leases.noteRecorded('a');
  losesAnswer('a');
  expect(leases.neverKnewOf('a', 'me')).toBe(true);
});

test('an attempt that could not be recorded is forgotten when it is closed, but not one that is held', () => {
  leases.noteBeginning(['a']).begun(['a']);
  const letGo = leases.hold('a');
  leases.noteClosed('a');
  letGo();
  losesAnswer('a');
  expect(leases.neverKnewOf('a', 'me')).toBe(false);

  leases.noteClosed('a');
  losesAnswer('a');
  expect(leases.neverKnewOf('a', 'me')).toBe(true);
});

test('one that is begun again just now is about to be known of', () => {
  losesAnswer('a');
  const notes = leases.noteBeginning(['a']);
  expect(leases.neverKnewOf('a', 'me')).toBe(false);
  notes.begun([]);
  expect(leases.neverKnewOf('a', 'me')).toBe(true);
  leases.noteBeginning(['a']).begun(['a']);
  expect(leases.neverKnewOf('a', 'me')).toBe(false);
});

test('one that is held is known of, also when the outcome of an earlier one comes late', () => {
  leases.noteBeginning(['a']).begun(['a']);
  const letGo = leases.hold('a');
  leases.noteRecorded('a');
  losesAnswer('a');
  expect(leases.neverKnewOf('a', 'me')).toBe(false);
  letGo();
  expect(leases.neverKnewOf('a', 'me')).toBe(true);
});

import { describe, expect, test } from '@jest/globals';
import { overdueTerms, watchForLoss } from './dispatch-overdue.ts';

describe('when emails are taken from the table', () => {
  test('not while the queue can be used and brings something', () => {
    expect(overdueTerms({ isUsable: true, silentMs: 0 })).toBeNull();
    expect(overdueTerms({ isUsable: true, silentMs: 2999 })).toBeNull();
  });

  test('soon, while the queue cannot be used, though it brings something now and then', () => {
    expect(overdueTerms({ isUsable: false, silentMs: 0 })?.overdueMs).toBe(1000);
    expect(overdueTerms({ isUsable: false, silentMs: 60_000 })?.overdueMs).toBe(1000);
  });

  test('later, while it can be written to and is silent', () => {
    expect(overdueTerms({ isUsable: true, silentMs: 3000 })?.overdueMs).toBe(5000);
  });
});

describe('a queue that brings nothing', () => {
  test('is told from jobs that are lost now and then', () => {
    const { goesOn } = watchForLoss();
    expect([0, 40_000, 80_000, 81_000].map(goesOn)).toEqual([false, false, false, false]);
  });

  test('is to blame after fifteen seconds, and again after as many', () => {
    const { goesOn } = watchForLoss();
    const seconds = [0, 5, 10, 15, 16, 20, 30, 31, 32];
    expect(seconds.filter((second) => goesOn(second * 1000))).toEqual([15, 31]);
  });

  test('is not to blame when it has brought something meanwhile', () => {
    const { goesOn, forget } = watchForLoss();
    expect(goesOn(0)).toBe(false);
    forget();
    expect([16_000, 20_000].map(goesOn)).toEqual([false, false]);
  });
});

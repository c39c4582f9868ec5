import { describe, expect, test } from '@jest/globals';
import { overdueTerms, watchForLoss } from './dispatch-overdue.ts';

describe('overdueTerms', () => {
  test('takes no emails from the table while the queue is available and delivers jobs', () => {
    expect(overdueTerms({ isUsable: true, silentMs: 0 })).toBeNull();
    expect(overdueTerms({ isUsable: true, silentMs: 2999 })).toBeNull();
  });

  test('takes emails one second overdue while the queue is unavailable, even if it delivers some jobs', () => {
    expect(overdueTerms({ isUsable: false, silentMs: 0 })?.overdueMs).toBe(1000);
    expect(overdueTerms({ isUsable: false, silentMs: 60_000 })?.overdueMs).toBe(1000);
  });

  test('takes emails five seconds overdue while the queue accepts writes but is silent', () => {
    expect(overdueTerms({ isUsable: true, silentMs: 3000 })?.overdueMs).toBe(5000);
  });
});

describe('watchForLoss', () => {
  test('does not report occasional lost jobs', () => {
    const { goesOn } = watchForLoss();
    expect([0, 40_000, 80_000, 81_000].map(goesOn)).toEqual([false, false, false, false]);
  });

  test('reports a stuck queue after fifteen seconds, and again after another fifteen', () => {
    const { goesOn } = watchForLoss();
    const seconds = [0, 5, 10, 15, 16, 20, 30, 31, 32];
    expect(seconds.filter((second) => goesOn(second * 1000))).toEqual([15, 31]);
  });

  test('starts over when the queue delivered a job meanwhile', () => {
    const { goesOn, forget } = watchForLoss();
    expect(goesOn(0)).toBe(false);
    forget();
    expect([16_000, 20_000].map(goesOn)).toEqual([false, false]);
  });
});

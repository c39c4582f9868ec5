import { describe, expect, test } from '@jest/globals';
import { RELAY_ERROR_DELAYS_MS, relayErrorDelay, retryDelay } from './retry-policy.ts';

const middle = () => 0.5;

describe('retryDelay', () => {
  test('follows the schedule and ends with it', () => {
    const schedule = [60_000, 300_000];
    expect(retryDelay(schedule, 0, middle)).toBe(60_000);
    expect(retryDelay(schedule, 1, middle)).toBe(300_000);
    expect(retryDelay(schedule, 2, middle)).toBeNull();
  });

  test('an empty schedule allows no retry', () => {
    expect(retryDelay([], 0, middle)).toBeNull();
  });

  test('varies each delay by at most a fifth', () => {
    expect(retryDelay([1000], 0, () => 0)).toBe(800);
    expect(retryDelay([1000], 0, () => 0.999_999)).toBe(1200);
  });
});

describe('relayErrorDelay', () => {
  test('grows and then stays', () => {
    const delays = Array.from({ length: 10 }, (_, index) => relayErrorDelay(index + 1, middle));
    expect(delays.slice(0, RELAY_ERROR_DELAYS_MS.length)).toEqual(RELAY_ERROR_DELAYS_MS);
    expect(delays.at(-1)).toBe(RELAY_ERROR_DELAYS_MS.at(-1));
  });
});

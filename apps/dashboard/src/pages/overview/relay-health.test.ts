import { expect, test } from '@jest/globals';
import { healthOf } from './relay-health.ts';

test.each([
  [{ attempts: 0, deferred: 0, troubled: 0 }, 'good'],
  [{ attempts: 100, deferred: 19, troubled: 0 }, 'good'],
  [{ attempts: 100, deferred: 20, troubled: 0 }, 'strained'],
  [{ attempts: 100, deferred: 0, troubled: 1 }, 'strained'],
  [{ attempts: 100, deferred: 80, troubled: 20 }, 'troubled'],
])('%j is %s', (relay, health) => {
  expect(healthOf(relay)).toBe(health);
});

import { expect, test } from '@jest/globals';
import { FIRST_RETURN_MS, MAX_RETURN_MS, openPostponeSchedule } from './postpone-schedule.ts';

const slow = {
  domain: 'slow.example',
  sender: null,
  reason: 'slow_receiver',
  message: 'it owes answers',
  intervalMs: 100,
} as const;

function start() {
  const clock = { ms: 1_000_000 };
  const schedule = openPostponeSchedule(() => clock.ms);
  const putOff = (count: number) => {
    const [terms] = schedule.terms([slow]);
    schedule.count(slow, count);
    return terms?.firstMs;
  };
  return { clock, schedule, putOff };
}

test('the delay grows with the number of postponed emails, up to the maximum', () => {
  const { putOff } = start();
  expect(putOff(50)).toBe(FIRST_RETURN_MS);
  expect(putOff(50)).toBe(FIRST_RETURN_MS + 5000);
  expect(putOff(10_000)).toBe(FIRST_RETURN_MS + 10_000);
  expect(putOff(50)).toBe(MAX_RETURN_MS);
});

test('emails postponed again go to the end, and the delay starts over once all have returned', () => {
  const { clock, putOff } = start();
  putOff(1000);
  clock.ms += 60_000;
  expect(putOff(0)).toBe(FIRST_RETURN_MS + 100_000 - 60_000);
  clock.ms += 120_000;
  expect(putOff(0)).toBe(FIRST_RETURN_MS);
});

test('each domain and each sender is spaced separately, with a readable reason', () => {
  const { schedule, putOff } = start();
  putOff(1000);
  const sender = { ...slow, domain: null, sender: 'key' };
  expect(schedule.terms([slow, { ...slow, domain: 'other.example' }, sender])).toMatchObject([
    { domain: 'slow.example', sender: null, firstMs: FIRST_RETURN_MS + 100_000, reason: 'slow_receiver: it owes answers' },
    { domain: 'other.example', firstMs: FIRST_RETURN_MS },
    { domain: null, sender: 'key', firstMs: FIRST_RETURN_MS },
  ]);
});

test('a rate of one email per hour postpones no email beyond the maximum delay', () => {
  const { schedule } = start();
  const hourly = { ...slow, domain: null, sender: null, reason: 'at_rate_limit', intervalMs: 3_600_000 } as const;
  schedule.terms([hourly]);
  schedule.count(hourly, 1);
  expect(schedule.terms([hourly])).toMatchObject([{ firstMs: MAX_RETURN_MS, longestMs: MAX_RETURN_MS }]);
});

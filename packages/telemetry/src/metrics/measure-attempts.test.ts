import { afterEach, expect, test } from '@jest/globals';
import { milestones, type RecordedMilestone } from '@sendoff/runtime';
import { measureAttempts } from './measure-attempts.ts';
import { openMetrics, type Metrics } from './open-metrics.ts';

const ACCEPTED = new Date('2026-01-01T00:00:00Z');
const RECORDED: RecordedMilestone = {
  emailId: 'a',
  attempt: 1,
  outcome: 'sent',
  relay: 'smtp://relay.example:587',
  replyCode: 250,
  reason: 'accepted',
  status: 'sent',
  dueAt: ACCEPTED,
};
let time = 0;
const clocks = { now: () => time, wallClock: () => ACCEPTED.getTime() + time };
const endings: (() => void)[] = [];

afterEach(() => {
  for (const end of endings.splice(0)) end();
  time = 0;
});

function measure(): Metrics {
  const metrics = openMetrics({ app: 'worker', version: '1.2.3' });
  endings.push(measureAttempts(metrics, clocks));
  return metrics;
}

/** The value of the series with this name and these labels. */
async function valueOf(metrics: Metrics, series: string): Promise<number | undefined> {
  const line = (await metrics.read()).split('\n').find((text) => text.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

test('an attempt is counted by outcome and relay, and timed from its start and from its due time', async () => {
  const metrics = measure();
  milestones.begun.publish({ emailId: 'a', attempt: 1 });
  expect(await valueOf(metrics, 'sendoff_attempts_under_way')).toBe(1);
  time = 200;
  milestones.ended.publish({ emailId: 'a', attempt: 1 });
  time = 300;
  milestones.recorded.publish(RECORDED);
  milestones.over.publish({ emailId: 'a', attempt: 1 });

  expect(await valueOf(metrics, 'sendoff_attempts_under_way')).toBe(0);
  expect(await valueOf(metrics, 'sendoff_attempts_total{outcome="sent",relay="smtp://relay.example:587"}')).toBe(1);
  expect(await valueOf(metrics, 'sendoff_attempt_duration_seconds_sum')).toBeCloseTo(0.2);
  expect(await valueOf(metrics, 'sendoff_delivery_duration_seconds_sum')).toBeCloseTo(0.3);
});

test('an attempt without a recorded outcome is not in progress forever, and does not affect the next attempt', async () => {
  const metrics = measure();
  for (const attempt of [1, 2]) milestones.begun.publish({ emailId: 'a', attempt });
  milestones.ended.publish({ emailId: 'a', attempt: 1 });
  milestones.over.publish({ emailId: 'a', attempt: 1 });
  expect(await valueOf(metrics, 'sendoff_attempts_under_way')).toBe(1);
  milestones.over.publish({ emailId: 'a', attempt: 2 });
  expect(await valueOf(metrics, 'sendoff_attempts_under_way')).toBe(0);
});

test('an attempt that was taken over is counted without a relay and not as a delivery', async () => {
  const metrics = measure();
  milestones.takenOver.publish({ ...RECORDED, outcome: 'in_doubt', relay: null, replyCode: null, status: 'deferred' });
  expect(await valueOf(metrics, 'sendoff_attempts_taken_over_total')).toBe(1);
  expect(await valueOf(metrics, 'sendoff_attempts_total{outcome="in_doubt",relay="none"}')).toBe(1);
  expect(await valueOf(metrics, 'sendoff_delivery_duration_seconds_count')).toBe(0);
});

test('nothing is counted after measuring stops', async () => {
  const metrics = measure();
  for (const end of endings.splice(0)) end();
  milestones.recorded.publish(RECORDED);
  expect(await valueOf(metrics, 'sendoff_attempts_total{outcome="sent",relay="smtp://relay.example:587"}')).toBeUndefined();
});

/** Counts and times the delivery attempts of a worker. */
import { milestones, type Milestone, type RecordedMilestone } from '@sendoff/runtime';
import { Counter, Gauge, Histogram } from 'prom-client';
import type { Metrics } from './open-metrics.ts';

/** Seconds; a relay nearby answers within milliseconds, a slow or greylisting one within a minute. */
const ATTEMPT_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
/** Seconds, from an immediate delivery to the end of the retry schedule. */
const DELIVERY_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 900, 3600, 14_400, 86_400];

/** The clocks of the measurement. */
interface Clocks {
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
}

/**
 * Counts and times the attempts of this process.
 *
 * @returns a function that stops measuring.
 */
export function measureAttempts(
  { registry }: Pick<Metrics, 'registry'>,
  { now, wallClock }: Clocks = { now: performance.now.bind(performance), wallClock: Date.now },
): () => void {
  const registers = [registry];
  const attempts = new Counter({
    name: 'sendoff_attempts_total',
    help: 'Completed delivery attempts, by outcome and by relay (`none` when no relay was used).',
    labelNames: ['outcome', 'relay'],
    registers,
  });
  const taken = new Counter({
    name: 'sendoff_attempts_taken_over_total',
    help: 'Attempts of lost workers that this worker has closed as in doubt.',
    registers,
  });
  const attemptSeconds = new Histogram({
    name: 'sendoff_attempt_duration_seconds',
    help: 'Time from the start of an attempt until the reply of the relay.',
    buckets: ATTEMPT_BUCKETS,
    registers,
  });
  const deliverySeconds = new Histogram({
    name: 'sendoff_delivery_duration_seconds',
    help: 'Time from the acceptance or scheduled time of an email until its acceptance by a relay was recorded.',
    buckets: DELIVERY_BUCKETS,
    registers,
  });
  const startedAt = new Map<string, number>();
  new Gauge({
    name: 'sendoff_attempts_under_way',
    help: 'Attempts of this worker that are in progress.',
    registers,
    collect() {
      this.set(startedAt.size);
    },
  });

  // A late attempt of an email and the next one may be in progress together.
  const key = ({ emailId, attempt }: Milestone): string => `${emailId} ${String(attempt)}`;
  const onBegun = (milestone: Milestone): void => void startedAt.set(key(milestone), now());
  const onEnded = (milestone: Milestone): void => {
    const start = startedAt.get(key(milestone));
    if (start !== undefined) attemptSeconds.observe((now() - start) / 1000);
  };
  const onOver = (milestone: Milestone): void => void startedAt.delete(key(milestone));
  const onRecorded = ({ outcome, relay, status, dueAt }: RecordedMilestone): void => {
    attempts.inc({ outcome, relay: relay ?? 'none' });
    // The clocks of two machines may differ by more than the delivery took.
    if (status === 'sent') deliverySeconds.observe(Math.max(0, wallClock() - dueAt.getTime()) / 1000);
  };
  const onTakenOver = ({ outcome }: RecordedMilestone): void => {
    attempts.inc({ outcome, relay: 'none' });
    taken.inc();
  };
  milestones.begun.subscribe(onBegun);
  milestones.ended.subscribe(onEnded);
  milestones.recorded.subscribe(onRecorded);
  milestones.over.subscribe(onOver);
  milestones.takenOver.subscribe(onTakenOver);
  return () => {
    milestones.begun.unsubscribe(onBegun);
    milestones.ended.unsubscribe(onEnded);
    milestones.recorded.unsubscribe(onRecorded);
    milestones.over.unsubscribe(onOver);
    milestones.takenOver.unsubscribe(onTakenOver);
  };
}

import { milestones, type RecordedWebhookMilestone } from '@sendoff/runtime';
import { Counter, Histogram } from 'prom-client';
import type { Metrics } from './open-metrics.ts';

/** Seconds, up to the timeout of an attempt. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/**
 * Counts and times the webhook delivery attempts of this process.
 *
 * @returns a function that stops counting.
 */
export function countWebhookAttempts({ registry }: Pick<Metrics, 'registry'>): () => void {
  const attempts = new Counter({
    name: 'sendoff_webhook_attempts_total',
    help: 'Completed attempts to deliver an event to a webhook, by outcome.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'sendoff_webhook_attempt_duration_seconds',
    help: 'Time from the start of a webhook delivery attempt until its outcome was recorded.',
    buckets: BUCKETS,
    registers: [registry],
  });
  const onRecorded = ({ outcome, ms }: RecordedWebhookMilestone): void => {
    attempts.inc({ outcome });
    seconds.observe(ms / 1000);
  };
  milestones.webhookRecorded.subscribe(onRecorded);
  return () => milestones.webhookRecorded.unsubscribe(onRecorded);
}

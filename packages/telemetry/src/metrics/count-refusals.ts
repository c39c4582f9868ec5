import { milestones, type RefusalMilestone } from '@sendoff/runtime';
import { Counter } from 'prom-client';
import type { Metrics } from './open-metrics.ts';

/**
 * Counts what the API refuses because of its size, speed or number, by cause.
 *
 * @returns a function that stops counting.
 */
export function countRefusals({ registry }: Pick<Metrics, 'registry'>): () => void {
  const refusals = new Counter({
    name: 'sendoff_http_refusals_total',
    help: 'Bodies and connections that the API refused, and clients it disconnected because they did not read, by cause.',
    labelNames: ['cause'],
    registers: [registry],
  });
  const onRefused = ({ cause }: RefusalMilestone): void => refusals.inc({ cause });
  milestones.refused.subscribe(onRefused);
  return () => milestones.refused.unsubscribe(onRefused);
}

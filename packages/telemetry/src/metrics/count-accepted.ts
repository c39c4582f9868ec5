import { milestones } from '@sendoff/runtime';
import { Counter } from 'prom-client';
import type { Metrics } from './open-metrics.ts';

/**
 * Counts the emails that this process accepts.
 *
 * @returns a function that stops counting.
 */
export function countAcceptedEmails({ registry }: Pick<Metrics, 'registry'>): () => void {
  const accepted = new Counter({
    name: 'sendoff_emails_accepted_total',
    help: 'Emails that this process has accepted.',
    registers: [registry],
  });
  const onAccepted = (): void => accepted.inc();
  milestones.accepted.subscribe(onAccepted);
  return () => milestones.accepted.unsubscribe(onAccepted);
}

import type { ErrorCode } from '@sendoff/core';
import { Counter, Gauge } from 'prom-client';
import type { Metrics } from './open-metrics.ts';

/**
 * Counts what happens to SMTP submission.
 *
 * @param countConnections how many are open now.
 * @returns a function that notes a refusal, with its cause.
 */
export function openSubmissionMeter(
  { registry }: Pick<Metrics, 'registry'>,
  countConnections: () => number,
): (code: ErrorCode) => void {
  new Gauge({
    name: 'sendoff_smtp_connections',
    help: 'SMTP connections of clients that are open.',
    registers: [registry],
    collect() {
      this.set(countConnections());
    },
  });
  const refusals = new Counter({
    name: 'sendoff_smtp_refusals_total',
    help: 'Connections, logins, senders, recipients and messages that SMTP refused, by cause.',
    labelNames: ['cause'],
    registers: [registry],
  });
  return (cause) => refusals.inc({ cause });
}

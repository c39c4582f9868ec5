import type { ErrorCode } from '@sendoff/core';
import { Counter, Gauge } from 'prom-client';
import type { Metrics } from './open-metrics.ts';

/**
 * Registers the metrics of SMTP submission.
 *
 * @param countConnections returns the number of open connections.
 * @returns a function that counts a refusal by its cause.
 */
export function openSubmissionMeter(
  { registry }: Pick<Metrics, 'registry'>,
  countConnections: () => number,
): (code: ErrorCode) => void {
  new Gauge({
    name: 'sendoff_smtp_connections',
    help: 'Open SMTP connections of clients.',
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

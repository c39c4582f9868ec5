import { Histogram } from 'prom-client';
import type { Metrics } from './open-metrics.ts';

/** Seconds; an email is accepted within milliseconds, and a request with `wait` may take a minute. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];

/** Records the duration of an answered request. */
export type RequestTimer = (request: {
  readonly method: string;
  /** The route pattern, never the path: paths may contain addresses, and their number is unbounded. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
}) => void;

/** Registers the histogram of API requests. */
export function openRequestTimer({ registry }: Pick<Metrics, 'registry'>): RequestTimer {
  const seconds = new Histogram({
    name: 'sendoff_http_request_duration_seconds',
    help: 'Time from the head of a request until its response was written, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  return ({ method, route, status, milliseconds }) => seconds.observe({ method, route, status }, milliseconds / 1000);
}

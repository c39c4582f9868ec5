import { Histogram } from 'prom-client';
import type { Metrics } from './open-metrics.ts';

/** Seconds; an email is accepted within a few milliseconds, and `wait` may take a minute. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];

/** Takes note of a request that was answered. */
export type RequestTimer = (request: {
  readonly method: string;
  /** The pattern of the route, never the path: a path may hold an address, and there is no end of them. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
}) => void;

/** Opens the histogram of the requests to the API. */
export function openRequestTimer({ registry }: Pick<Metrics, 'registry'>): RequestTimer {
  const seconds = new Histogram({
    name: 'sendoff_http_request_duration_seconds',
    help: 'From the head of a request until its answer was written, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  return ({ method, route, status, milliseconds }) => seconds.observe({ method, route, status }, milliseconds / 1000);
}

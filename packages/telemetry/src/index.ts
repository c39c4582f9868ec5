export { openMetrics, type Metrics } from './metrics/open-metrics.ts';
export { addBacklogGauges, type Backlog, type BacklogReader } from './metrics/backlog-gauges.ts';
export { countAcceptedEmails } from './metrics/count-accepted.ts';
export { measureAttempts } from './metrics/measure-attempts.ts';
export { openRequestTimer, type RequestTimer } from './metrics/request-timer.ts';
export { startTracing } from './tracing/start-tracing.ts';
export { type Tracing } from './tracing/open-tracing.ts';

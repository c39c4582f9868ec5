export { checkReadiness, type Readiness, type ReadinessChecks } from './health/check-readiness.ts';
export { serveHealth } from './health/serve-health.ts';
export { openMetrics, type Metrics } from './metrics/open-metrics.ts';
export { addBacklogGauges, type Backlog, type BacklogReader } from './metrics/backlog-gauges.ts';
export { countAcceptedEmails } from './metrics/count-accepted.ts';
export { countRefusals } from './metrics/count-refusals.ts';
export { countWebhookAttempts } from './metrics/count-webhook-attempts.ts';
export { measureAttempts } from './metrics/measure-attempts.ts';
export { openSubmissionMeter } from './metrics/submission-meter.ts';
export { openRequestTimer, type RequestTimer } from './metrics/request-timer.ts';
export { startTracing } from './tracing/start-tracing.ts';
// Exports only the type, because loading the file would load OpenTelemetry.
export type { Tracing } from './tracing/open-tracing.ts';

import { SpanKind } from '@opentelemetry/api';
import { QUEUE } from './attributes.ts';
import type { TraceScope } from './trace-scope.ts';

/**
 * Records that `count` jobs are enqueued.
 *
 * @returns the `traceparent` for the jobs; undefined outside a trace, for example in the sweep.
 */
export type NoteJobs = (count: number) => string | undefined;

/** Traces the enqueuing of jobs. The span has no duration, because the caller does not wait for the queue. */
export function traceJobs(scope: TraceScope): NoteJobs {
  return (count) => {
    if (scope.activeSpan() === undefined) return undefined;
    const attributes = { ...QUEUE, 'messaging.operation.type': 'send', 'messaging.batch.message_count': count };
    const span = scope.tracer.startSpan('send deliveries', { kind: SpanKind.PRODUCER, attributes }, scope.active());
    span.end();
    return scope.write(span);
  };
}

import { SpanKind } from '@opentelemetry/api';
import { QUEUE } from './attributes.ts';
import type { TraceScope } from './trace-scope.ts';

/**
 * Notes that `count` jobs are being made.
 *
 * @returns the `traceparent` that is to travel with them; undefined when what makes them belongs to no
 *   trace, as with the sweep of the table.
 */
export type NoteJobs = (count: number) => string | undefined;

/** Traces the making of jobs. The span is a moment: nobody waits for the queue. */
export function traceJobs(scope: TraceScope): NoteJobs {
  return (count) => {
    if (scope.activeSpan() === undefined) return undefined;
    const attributes = { ...QUEUE, 'messaging.operation.type': 'send', 'messaging.batch.message_count': count };
    const span = scope.tracer.startSpan('send deliveries', { kind: SpanKind.PRODUCER, attributes }, scope.active());
    span.end();
    return scope.write(span);
  };
}

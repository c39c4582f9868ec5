/** Which span the code that runs belongs to, without anything global. */
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  defaultTextMapGetter,
  defaultTextMapSetter,
  ROOT_CONTEXT,
  trace,
  type Context,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';

/** Spans, and the way of a trace from one process to the next. */
export interface TraceScope {
  readonly tracer: Tracer;
  /** The context of the code that runs; the root where there is none. */
  readonly active: () => Context;
  /** The span of the code that runs. */
  readonly activeSpan: () => Span | undefined;
  /** Runs `work`, and all that it awaits, within `span`. */
  readonly run: <Value>(span: Span, work: () => Value) => Value;
  /** The context of the span, for its children. */
  readonly within: (span: Span) => Context;
  /** The header `traceparent` of W3C Trace Context for a span. */
  readonly write: (span: Span) => string | undefined;
  /** The context that a `traceparent` speaks of; the root where it is missing or malformed. */
  readonly read: (traceparent: string | undefined) => Context;
}

/** Creates the scope of one process. */
export function createTraceScope(tracer: Tracer): TraceScope {
  const storage = new AsyncLocalStorage<Context>();
  const propagator = new W3CTraceContextPropagator();
  const within = (span: Span): Context => trace.setSpan(ROOT_CONTEXT, span);
  const active = (): Context => storage.getStore() ?? ROOT_CONTEXT;
  return {
    tracer,
    active,
    activeSpan: () => trace.getSpan(active()),
    run: (span, work) => storage.run(within(span), work),
    within,
    write: (span) => {
      const carrier: { traceparent?: string } = {};
      propagator.inject(within(span), carrier, defaultTextMapSetter);
      return carrier.traceparent;
    },
    read: (traceparent) =>
      traceparent === undefined ? ROOT_CONTEXT : propagator.extract(ROOT_CONTEXT, { traceparent }, defaultTextMapGetter),
  };
}

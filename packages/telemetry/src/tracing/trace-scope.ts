/** Tracks the active span without global state. */
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

/** Active spans, and the propagation of traces between processes. */
export interface TraceScope {
  readonly tracer: Tracer;
  /** The active context; the root context if there is none. */
  readonly active: () => Context;
  /** The active span. */
  readonly activeSpan: () => Span | undefined;
  /** Runs `work` and everything it awaits within `span`. */
  readonly run: <Value>(span: Span, work: () => Value) => Value;
  /** The context of a span, for its children. */
  readonly within: (span: Span) => Context;
  /** The W3C Trace Context header `traceparent` of a span. */
  readonly write: (span: Span) => string | undefined;
  /** The context of a `traceparent`; the root context if it is missing or malformed. */
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

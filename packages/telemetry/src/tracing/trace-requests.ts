/** The spans of API requests. */
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { milestones, type Milestone } from '@sendoff/runtime';
import { EMAIL_ID } from './attributes.ts';
import type { TraceScope } from './trace-scope.ts';

/** A request with its span. */
export interface TracedRequest {
  /** Runs the handler within the span of the request. */
  readonly run: (handle: () => void) => void;
  readonly end: (answer: { readonly status: number }) => void;
}

/** Starts the span of a request; `traceparent` is the request header, if the client sent it. */
export type BeginRequest = (request: {
  readonly method: string;
  /** The route pattern, never the path. */
  readonly route: string;
  readonly traceparent: string | undefined;
}) => TracedRequest;

/** Traces requests, and adds an event for each email they submit. */
export function traceRequests(scope: TraceScope): { readonly begin: BeginRequest; readonly stop: () => void } {
  const onAccepted = ({ emailId }: Milestone): void =>
    void scope.activeSpan()?.addEvent('email accepted', { [EMAIL_ID]: emailId });
  milestones.accepted.subscribe(onAccepted);

  return {
    begin: ({ method, route, traceparent }) => {
      const span = scope.tracer.startSpan(
        `${method} ${route}`,
        { kind: SpanKind.SERVER, attributes: { 'http.request.method': method, 'http.route': route } },
        scope.read(traceparent),
      );
      return {
        run: (handle) => scope.run(span, handle),
        end: ({ status }) => {
          span.setAttribute('http.response.status_code', status);
          if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    stop: () => milestones.accepted.unsubscribe(onAccepted),
  };
}

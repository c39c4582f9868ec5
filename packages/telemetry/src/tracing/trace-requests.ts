/** The spans of requests to the API. */
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { milestones, type Milestone } from '@sendoff/runtime';
import { EMAIL_ID } from './attributes.ts';
import type { TraceScope } from './trace-scope.ts';

/** A request that has its span. */
export interface TracedRequest {
  /** Runs what handles the request; what it does belongs to the request from then on. */
  readonly run: (handle: () => void) => void;
  readonly end: (answer: { readonly status: number }) => void;
}

/** Begins the span of a request; `traceparent` is the header of that name, where the client sent one. */
export type BeginRequest = (request: {
  readonly method: string;
  /** The pattern of the route, never the path. */
  readonly route: string;
  readonly traceparent: string | undefined;
}) => TracedRequest;

/** Traces requests, and notes in their spans the emails that they bring. */
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

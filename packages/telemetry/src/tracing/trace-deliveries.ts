/** The spans of the worker: the job, its attempt, and the SMTP dialogue with the relay. */
import { SpanKind, SpanStatusCode, type Span } from '@opentelemetry/api';
import { milestones, type Milestone, type RecordedMilestone } from '@sendoff/runtime';
import { EMAIL_ID, QUEUE } from './attributes.ts';
import type { TraceScope } from './trace-scope.ts';

/** The part of a job that tracing needs. */
export interface TracedJob {
  readonly emailId: string;
  /** The `traceparent` of the job. */
  readonly traceparent?: string | undefined;
}

/** Runs the work of a job within its span, which continues the trace of the job or starts one. */
export type FollowJob = (job: TracedJob, work: () => Promise<void>) => Promise<void>;

/** The spans of an attempt in progress. */
interface AttemptSpans {
  readonly attempt: Span;
  smtp?: Span;
  smtpEnd?: Date;
}

/** Traces deliveries by their milestones. */
export function traceDeliveries(scope: TraceScope): { readonly follow: FollowJob; readonly stop: () => void } {
  const underWay = new Map<string, AttemptSpans>();
  // A late attempt of an email and the next one may be in progress together.
  const key = ({ emailId, attempt }: Milestone): string => `${emailId} ${String(attempt)}`;

  const onBegun = (milestone: Milestone): void => {
    const { emailId, attempt } = milestone;
    const attributes = { [EMAIL_ID]: emailId, ...(attempt !== undefined && { 'sendoff.attempt': attempt }) };
    underWay.set(key(milestone), { attempt: scope.tracer.startSpan('attempt', { attributes }, scope.active()) });
  };
  const onHanding = (milestone: Milestone): void => {
    const spans = underWay.get(key(milestone));
    if (spans === undefined) return;
    spans.smtp = scope.tracer.startSpan('SMTP', { kind: SpanKind.CLIENT }, scope.within(spans.attempt));
  };
  const onEnded = (milestone: Milestone): void => {
    const spans = underWay.get(key(milestone));
    // The attributes of the reply follow with the recorded milestone.
    if (spans !== undefined) spans.smtpEnd = new Date();
  };
  const onRecorded = (recorded: RecordedMilestone): void => {
    const spans = underWay.get(key(recorded));
    if (spans !== undefined) endSpans(spans, recorded);
    underWay.delete(key(recorded));
  };
  const onOver = (milestone: Milestone): void => {
    const spans = underWay.get(key(milestone));
    if (spans !== undefined) breakOffSpans(spans);
    underWay.delete(key(milestone));
  };
  const watched = [
    [milestones.begun, onBegun],
    [milestones.handing, onHanding],
    [milestones.ended, onEnded],
    [milestones.over, onOver],
  ] as const;
  for (const [channel, listener] of watched) channel.subscribe(listener);
  milestones.recorded.subscribe(onRecorded);

  return {
    follow: async ({ emailId, traceparent }, work) => {
      const attributes = { ...QUEUE, 'messaging.operation.type': 'process', [EMAIL_ID]: emailId };
      const span = scope.tracer.startSpan('process deliveries', { kind: SpanKind.CONSUMER, attributes }, scope.read(traceparent));
      try {
        await scope.run(span, work);
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
    stop: () => {
      for (const [channel, listener] of watched) channel.unsubscribe(listener);
      milestones.recorded.unsubscribe(onRecorded);
    },
  };
}

/** Ends the spans of an attempt whose outcome could not be recorded. */
function breakOffSpans({ attempt, smtp, smtpEnd }: AttemptSpans): void {
  for (const span of [smtp, attempt]) span?.setStatus({ code: SpanStatusCode.ERROR });
  smtp?.end(smtpEnd);
  attempt.end();
}

function endSpans({ attempt, smtp, smtpEnd }: AttemptSpans, recorded: RecordedMilestone): void {
  const { outcome, reason, status, relay, replyCode } = recorded;
  if (smtp !== undefined) {
    smtp.setAttributes({
      ...addressOf(relay),
      ...(replyCode !== null && { 'smtp.reply.code': replyCode }),
      'smtp.reason': reason,
    });
    if (outcome !== 'sent') smtp.setStatus({ code: SpanStatusCode.ERROR });
    smtp.end(smtpEnd);
  }
  attempt.setAttributes({ 'sendoff.outcome': outcome, 'sendoff.status': status });
  if (outcome !== 'sent') attempt.setStatus({ code: SpanStatusCode.ERROR });
  attempt.end();
}

function addressOf(relay: string | null): Record<string, string | number> {
  if (relay === null || !URL.canParse(relay)) return {};
  const { hostname, port } = new URL(relay);
  return { 'server.address': hostname, ...(port !== '' && { 'server.port': Number(port) }) };
}

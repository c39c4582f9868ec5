/** Decides the next state of a webhook delivery after an attempt. Pure: clock and randomness are arguments. */
import type { AbandonedWebhook, RecordedWebhook } from '@sendoff/db';
import type { PostResult } from '@sendoff/safe-fetch';
import { readRetryAfter } from './read-retry-after.ts';
import { webhookRetryDelay } from './webhook-schedule.ts';

/** How an attempt ends: with the result of the request, or abandoned by its worker with an unknown result. */
export type WebhookEnd = PostResult | { readonly kind: 'abandoned' };

/** The clock and the source of randomness. */
export interface WebhookPolicy {
  readonly now: () => Date;
  /** A number in [0, 1). */
  readonly random: () => number;
}

/** RFC 9110 section 15.5.11; in Standard Webhooks, the endpoint wants no more webhooks. */
const GONE = 410;

/** Decides what to record for an attempt, and whether another one follows. */
export function decideWebhook(
  { id, endpointId, n, retryCount }: AbandonedWebhook,
  end: WebhookEnd,
  { now, random }: WebhookPolicy,
): RecordedWebhook {
  const attempt = { id, endpointId, n, ...ledgerOf(end), disable: null };
  if (attempt.outcome === 'delivered') return { ...attempt, status: 'delivered', retryInMs: null, retryCount };
  if (attempt.httpStatus === GONE) {
    return { ...attempt, status: 'failed', retryInMs: null, retryCount, disable: 'It answered 410 Gone.' };
  }
  const retryAfterMs = end.kind === 'answered' ? readRetryAfter(end.retryAfter, now().getTime()) : null;
  const retryInMs = webhookRetryDelay(retryCount, retryAfterMs, random);
  return retryInMs === null
    ? { ...attempt, status: 'failed', retryInMs, retryCount }
    : { ...attempt, status: 'pending', retryInMs, retryCount: retryCount + 1 };
}

function ledgerOf(end: WebhookEnd): Pick<RecordedWebhook, 'outcome' | 'httpStatus' | 'response' | 'error'> {
  switch (end.kind) {
    case 'answered': {
      const { status, beginning } = end;
      const well = status >= 200 && status <= 299;
      return {
        outcome: well ? 'delivered' : 'refused',
        httpStatus: status,
        response: beginning,
        error: well ? null : `The endpoint answered with status ${String(status)}.`,
      };
    }
    case 'failed':
      return { outcome: 'no_answer', httpStatus: null, response: null, error: end.message };
    case 'refused':
      return { outcome: 'forbidden', httpStatus: null, response: null, error: end.message };
    case 'abandoned':
      return {
        outcome: 'abandoned',
        httpStatus: null,
        response: null,
        error: 'The worker was lost during the attempt. It is unknown whether the event was sent.',
      };
  }
}

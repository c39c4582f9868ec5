/** What an attempt makes of a delivery. Pure: the clock and the randomness come in as arguments. */
import type { AbandonedWebhook, RecordedWebhook } from '@sendoff/db';
import type { PostResult } from '@sendoff/fetch';
import { readRetryAfter } from './read-retry-after.ts';
import { webhookRetryDelay } from './webhook-schedule.ts';

/** How an attempt can end: by what came of the request, or without anybody knowing. */
export type WebhookEnd = PostResult | { readonly kind: 'abandoned' };

/** Where the clock and the randomness come from. */
export interface WebhookPolicy {
  readonly now: () => Date;
  /** A number in [0, 1). */
  readonly random: () => number;
}

/** RFC 9110 section 15.5.11; by Standard Webhooks the wish to get no more. */
const GONE = 410;

/** Decides what is recorded of an attempt, and whether another one follows. */
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
        error: 'The worker that made the attempt is gone. Nobody knows whether the event was sent.',
      };
  }
}

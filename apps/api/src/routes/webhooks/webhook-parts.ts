import { fieldProblem, SendoffError } from '@sendoff/core';
import type { Database, listWebhooks } from '@sendoff/db';
import { wireTime } from '../emails/wire-time.ts';
import { MAX_URL_LENGTH, type WebhookSummary } from './webhook-schema.ts';

/** What the webhook routes need. */
export interface WebhookRouteParts {
  readonly database: Database;
  /** Triggers delivery of what is due for these endpoints. */
  readonly noteWebhooks: (endpointIds: readonly string[]) => void;
}

type StoredWebhook = Awaited<ReturnType<typeof listWebhooks>>['webhooks'][number];

/** Converts a webhook from a database row to the list format. */
export const presentWebhook = (webhook: StoredWebhook): WebhookSummary => ({
  id: webhook.id,
  name: webhook.name,
  mode: webhook.mode,
  endpoint: webhook.url,
  created_at: wireTime(webhook.createdAt),
  status: webhook.status,
  // Written only by `createWebhook` and `updateWebhook`, so the type is known.
  events: webhook.events as WebhookSummary['events'],
  failing_since: timeOrNull(webhook.failingSince),
  disabled_at: timeOrNull(webhook.disabledAt),
  disabled_reason: webhook.disabledReason,
});

/** A time in the wire format, or null. */
export const timeOrNull = (time: Date | null): string | null => (time === null ? null : wireTime(time));

/** @throws {SendoffError} when it is not an http or https URL without credentials. */
export function readEndpoint(text: string): string {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    throw fieldProblem(['endpoint'], 'must be a URL, such as `https://example.com/hooks/email`');
  }
  const { href, username, password } = new URL(text);
  if (username !== '' || password !== '') throw fieldProblem(['endpoint'], 'must not hold a user name or a password');
  if (href.length > MAX_URL_LENGTH) {
    throw fieldProblem(['endpoint'], `must have at most ${String(MAX_URL_LENGTH)} characters once it is encoded`);
  }
  return href;
}

/** @throws {SendoffError} when there is no such webhook. */
export function found<Value>(webhook: Value | null): Value {
  if (webhook === null) throw new SendoffError('webhook_not_found');
  return webhook;
}

/** @throws {SendoffError} when the webhook has no such event. */
export function foundEvent<Value>(event: Value | null): Value {
  if (event === null) throw new SendoffError('webhook_event_not_found');
  return event;
}

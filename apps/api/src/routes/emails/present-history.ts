/** Converts delivery attempts and events from database rows to the wire format. */
import type { RecipientRecord, SkippedRelay } from '@sendoff/core';
import type { listAttempts, listEvents } from '@sendoff/db';
import type { Attempt, EmailEvent } from './history-schema.ts';
import { presentReply } from './present-reply.ts';
import { wireTime } from './wire-time.ts';

type StoredAttempt = NonNullable<Awaited<ReturnType<typeof listAttempts>>>[number];
type StoredEvent = NonNullable<Awaited<ReturnType<typeof listEvents>>>[number];

/** One delivery attempt. */
export function presentAttempt(attempt: StoredAttempt): Attempt {
  return {
    number: attempt.n,
    started_at: wireTime(attempt.startedAt),
    finished_at: attempt.finishedAt === null ? null : wireTime(attempt.finishedAt),
    outcome: attempt.outcome,
    reason: attempt.reason,
    relay: attempt.relay,
    // Written only by `recordOutcomes`, so the shape is known; the same holds for the recipients below.
    skipped_relays: (attempt.skippedRelays as unknown as readonly SkippedRelay[]).map(
      ({ relay, attempted, reason, message }) => ({
        relay,
        attempted,
        reason,
        message,
      }),
    ),
    remote_address: attempt.remoteAddress,
    provider_message_id: attempt.providerMessageId,
    tls_version: attempt.tlsVersion,
    worker: attempt.worker,
    reply: presentReply(attempt),
    message: attempt.replyCode === null ? attempt.replyText : null,
    recipients: (attempt.recipients as unknown as readonly RecipientRecord[]).map((recipient) => ({
      address: recipient.address,
      verdict: recipient.verdict,
      reason: recipient.reason,
      reply: presentReply(recipient),
    })),
  };
}

/** The data stored with an event; each type has some of these fields. */
interface EventData {
  readonly attempt?: number;
  readonly reason?: string | null;
  readonly replyCode?: number | null;
  readonly enhancedCode?: string | null;
  readonly replyText?: string | null;
  readonly recipient?: string;
  readonly cause?: string;
}

/** One event. */
export function presentEvent({ n, type, at, data }: StoredEvent): EmailEvent {
  const known = data as EventData;
  return {
    number: n,
    type,
    created_at: wireTime(at),
    attempt: known.attempt ?? null,
    reason: known.reason ?? null,
    reply: presentReply(known),
    recipient: known.recipient ?? null,
    cause: known.cause ?? null,
  };
}

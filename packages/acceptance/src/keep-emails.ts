/** Keeps emails and tells the queue: what the API and the command line have in common. */
import { milestones } from '@sendoff/runtime';
import { SendoffError } from '@sendoff/core';
import type { IdempotentRequest, Submission } from '@sendoff/db';
import { enqueueNear, type EnqueueingParts } from './enqueue-near.ts';
import type { BroughtBy, IncomingEmail } from './incoming-email.ts';
import type { Accept } from './open-acceptance.ts';
import type { QueuePriority } from './queue-priority.ts';

/** What keeping an email takes. */
export interface KeepingParts extends EnqueueingParts {
  readonly accept: Accept;
  /** Ranks the emails of each API key; without it, all are sent in the order in which they came. */
  readonly priorityOf?: QueuePriority;
}

/**
 * Commits the emails, then asks for their delivery.
 *
 * Once this has resolved the emails are kept. `enqueued` is there to be waited for by a process that is about
 * to end, not before answering a request; it never rejects.
 *
 * @throws {SendoffError} for what the key may not send, and for more than it may.
 */
export async function keepEmails(
  parts: KeepingParts,
  by: BroughtBy,
  emails: readonly IncomingEmail[],
): Promise<{ readonly enqueued: Promise<void> }> {
  await parts.accept(by, emails);
  return { enqueued: tellQueue(parts, emails) };
}

/**
 * Commits the emails under an idempotency key, unless the same request was answered before.
 *
 * @returns what to answer: the response of `request`, or the one that the first such request got.
 * @throws {SendoffError} when the idempotency key belongs to another request, or to one that is still under way, and as `keepEmails`.
 */
export async function keepEmailsOnce<Answer extends object>(
  parts: KeepingParts,
  by: BroughtBy,
  emails: readonly IncomingEmail[],
  request: IdempotentRequest & { readonly response: Answer },
): Promise<Answer> {
  const acceptance = await parts.accept(by, emails, request);
  switch (acceptance.kind) {
    case 'accepted':
      void tellQueue(parts, emails);
      return request.response;
    case 'repeated':
      // The payload names the operation, so this is what the same operation answered.
      return acceptance.response as Answer;
    case 'different_request':
      throw new SendoffError('idempotency_key_reused');
    case 'in_flight':
      throw new SendoffError('idempotency_key_in_flight');
  }
}

function tellQueue(parts: KeepingParts, submissions: readonly Submission[]): Promise<void> {
  for (const { id } of submissions) milestones.accepted.publish({ emailId: id });
  const waiting = submissions.map(({ id, scheduledAt, apiKeyId }) => ({
    emailId: id,
    generation: 0,
    dueAt: scheduledAt,
    priority: apiKeyId === null ? 0 : (parts.priorityOf?.(apiKeyId) ?? 0),
  }));
  return enqueueNear(parts, waiting);
}

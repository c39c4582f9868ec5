/** Commits emails and enqueues them: shared by the API, SMTP and the command line. */
import { milestones } from '@sendoff/runtime';
import { SendoffError } from '@sendoff/core';
import type { IdempotentRequest, Submission } from '@sendoff/db';
import type { IncomingEmail, SubmittedBy } from '../incoming-email.ts';
import { enqueueDueSoon, type EnqueueingParts } from './enqueue-due-soon.ts';
import type { Accept } from './open-acceptance.ts';
import type { QueuePriority } from './queue-priority.ts';

/** What accepting emails needs. */
export interface AcceptingParts extends EnqueueingParts {
  readonly accept: Accept;
  /** The queue priority of an API key's next email. Without it, emails are sent in the order of their arrival. */
  readonly priorityOf?: QueuePriority;
}

/**
 * Commits the emails, then enqueues those that are due.
 *
 * @returns once the emails are committed. `enqueued` never rejects: a process that is about to end waits for it, a request does not.
 * @throws {SendoffError} when the key may not send one of the emails, or has used up its rate or quota.
 */
export async function acceptEmails(
  parts: AcceptingParts,
  by: SubmittedBy,
  emails: readonly IncomingEmail[],
): Promise<{ readonly enqueued: Promise<void> }> {
  await parts.accept(by, emails);
  return { enqueued: enqueueAccepted(parts, emails) };
}

/**
 * Commits the emails under an idempotency key, unless the same request was answered before.
 *
 * @returns the response of `request`, or the one that the first request with this idempotency key got.
 * @throws {SendoffError} as `acceptEmails`, and when the idempotency key belongs to a different request, or to one in progress.
 */
export async function acceptEmailsIdempotently<Answer extends object>(
  parts: AcceptingParts,
  by: SubmittedBy,
  emails: readonly IncomingEmail[],
  request: IdempotentRequest & { readonly response: Answer },
): Promise<Answer> {
  const acceptance = await parts.accept(by, emails, request);
  switch (acceptance.kind) {
    case 'accepted':
      void enqueueAccepted(parts, emails);
      return request.response;
    case 'repeated':
      // The fingerprint names the operation, so the stored response has this operation's shape.
      return acceptance.response as Answer;
    case 'different_request':
      throw new SendoffError('idempotency_key_reused');
    case 'in_flight':
      throw new SendoffError('idempotency_key_in_flight');
  }
}

function enqueueAccepted(parts: AcceptingParts, submissions: readonly Submission[]): Promise<void> {
  for (const { id } of submissions) milestones.accepted.publish({ emailId: id });
  const waiting = submissions.map(({ id, scheduledAt, apiKeyId }) => ({
    emailId: id,
    generation: 0,
    dueAt: scheduledAt,
    priority: apiKeyId === null ? 0 : (parts.priorityOf?.(apiKeyId) ?? 0),
  }));
  return enqueueDueSoon(parts, waiting);
}

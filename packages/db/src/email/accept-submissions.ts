/** Keeps emails: the moment from which Sendoff answers for them. */
import { LONG_TRANSACTION, type Database } from '../database.ts';
import type { NoteWebhooks } from '../webhook/webhooks-of-events.ts';
import { claimIdempotencyKey, type IdempotentRequest, type KeyConflict } from './claim-idempotency-key.ts';
import { insertAttachmentContents } from './insert-attachment-contents.ts';
import { insertEmails } from './insert-emails.ts';
import { contentsOf, type Submission } from './submission.ts';

/** What became of the emails: kept, or not because of the idempotency key that they came with. */
export type Acceptance = { readonly kind: 'accepted' } | KeyConflict;

/**
 * Commits the emails in one transaction: all of them or none. They are then `queued`, or `scheduled`
 * when they have a time, each with its first event.
 *
 * With an idempotency key, the key and the answer to the request are kept in the same transaction.
 * When the key was used before, nothing is kept, and what is to be answered instead is returned.
 *
 * @param noteWebhooks hears which endpoints are to be told of it.
 */
export async function acceptSubmissions(
  database: Database,
  submissions: readonly Submission[],
  request?: IdempotentRequest,
  noteWebhooks?: NoteWebhooks,
): Promise<Acceptance> {
  const contents = submissions.flatMap(contentsOf);
  if (contents.length === 0 && request === undefined) {
    const webhooks = await insertEmails(database, submissions);
    if (webhooks !== null) noteWebhooks?.(webhooks);
    return { kind: 'accepted' };
  }
  const webhooks: string[] = [];
  const acceptance = await database.$transaction(async (transaction): Promise<Acceptance> => {
    if (request !== undefined) {
      const conflict = await claimIdempotencyKey(transaction, request);
      if (conflict !== null) return conflict;
    }
    await insertAttachmentContents(transaction, contents);
    webhooks.push(...((await insertEmails(transaction, submissions)) ?? []));
    return { kind: 'accepted' };
  }, LONG_TRANSACTION);
  if (webhooks.length > 0) noteWebhooks?.(webhooks);
  return acceptance;
}

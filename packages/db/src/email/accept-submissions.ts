/** Commits accepted emails: from here on, Sendoff is responsible for them. */
import { takeFromQuota, type ExceededQuota, type KeyQuota, type QuotaUse } from '../api-key/take-from-quota.ts';
import type { Database } from '../database.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Statements } from '../prepared-statement.ts';
import type { NoteWebhooks } from '../webhook/webhooks-of-events.ts';
import { claimIdempotencyKey, type IdempotentRequest, type KeyConflict } from './claim-idempotency-key.ts';
import { insertAttachmentContents } from './insert-attachment-contents.ts';
import { insertEmails } from './insert-emails.ts';
import { contentsOf, hashContents, textLength, type Submission } from './submission.ts';

/** The result: accepted, or refused because of the request's idempotency key or a quota. */
export type Acceptance =
  | { readonly kind: 'accepted' }
  | KeyConflict
  | { readonly kind: 'over_quota'; readonly quota: ExceededQuota; readonly most: number };

/** What the emails use of their key's quotas. */
export interface QuotaCharge {
  readonly quota: KeyQuota;
  readonly use: QuotaUse;
}

/**
 * Commits all emails in one transaction, or none. They are then `queued`, or `scheduled` when they have a time, each with its
 * first event.
 *
 * With an idempotency key, the key and the response to the request are stored in the same transaction. When the key was used
 * before, nothing is stored and the conflict is returned.
 *
 * @param noteWebhooks called after the commit with the endpoints that have a new webhook.
 * @param charge counted in the same transaction; when it exceeds a quota, nothing is stored.
 */
export async function acceptSubmissions(
  database: Database,
  submissions: readonly Submission[],
  request?: IdempotentRequest,
  noteWebhooks?: NoteWebhooks,
  charge?: QuotaCharge,
): Promise<Acceptance> {
  const contents = submissions.flatMap(contentsOf);
  const parts = inParts(submissions);
  if (contents.length === 0 && parts.length === 1 && request === undefined && charge === undefined) {
    const webhooks = await insertEmails(database, submissions);
    if (webhooks !== null) noteWebhooks?.(webhooks);
    return { kind: 'accepted' };
  }
  await hashContents(contents);
  const webhooks = new Set<string>();
  const acceptance = await inTransaction(database, async (transaction): Promise<Acceptance> => {
    if (request !== undefined) {
      const conflict = await claimIdempotencyKey(transaction, request);
      if (conflict !== null) return conflict;
    }
    if (charge !== undefined) await chargeOrRollBack(transaction, charge);
    await insertAttachmentContents(transaction, contents);
    for (const part of parts) {
      for (const endpoint of (await insertEmails(transaction, part)) ?? []) webhooks.add(endpoint);
    }
    return { kind: 'accepted' };
  }).catch((error: unknown): Acceptance => {
    if (error instanceof OverQuota) return error.result;
    throw error;
  });
  if (webhooks.size > 0) noteWebhooks?.([...webhooks]);
  return acceptance;
}

/** Most characters of html and text in one statement, unless of a single email: serializing 10 MB of JSON blocks for 0.1 s. */
const MAX_TEXTS = 1024 * 1024;

/** Splits the emails into statements; at least one. */
function inParts(submissions: readonly Submission[]): readonly (readonly Submission[])[] {
  const parts: Submission[][] = [[]];
  let texts = 0;
  for (const submission of submissions) {
    const length = textLength(submission);
    if (texts > 0 && texts + length > MAX_TEXTS) {
      parts.push([]);
      texts = 0;
    }
    parts.at(-1)?.push(submission);
    texts += length;
  }
  return parts;
}

/** Rolls back the transaction including the idempotency key, so that the request can be repeated when the quota allows. */
class OverQuota extends Error {
  readonly result: Extract<Acceptance, { readonly kind: 'over_quota' }>;

  constructor(quota: ExceededQuota, most: number) {
    super(`over the quota ${quota}`);
    this.result = { kind: 'over_quota', quota, most };
  }
}

async function chargeOrRollBack(transaction: Pick<Statements, '$queryRaw'>, { quota, use }: QuotaCharge): Promise<void> {
  const exceeded = await takeFromQuota(transaction, quota, use);
  if (exceeded !== null) throw new OverQuota(exceeded, quota[exceeded] ?? 0);
}

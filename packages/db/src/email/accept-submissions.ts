/** Keeps emails: the moment from which Sendoff answers for them. */
import { takeFromQuota, type ExceededQuota, type KeyQuota, type QuotaUse } from '../api-key/take-from-quota.ts';
import type { Database } from '../database.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Statements } from '../prepared-statement.ts';
import type { NoteWebhooks } from '../webhook/webhooks-of-events.ts';
import { claimIdempotencyKey, type IdempotentRequest, type KeyConflict } from './claim-idempotency-key.ts';
import { insertAttachmentContents } from './insert-attachment-contents.ts';
import { insertEmails } from './insert-emails.ts';
import { contentsOf, hashContents, textLength, type Submission } from './submission.ts';

/** What became of the emails: kept, or not because of the idempotency key that they came with, or of a quota. */
export type Acceptance =
  | { readonly kind: 'accepted' }
  | KeyConflict
  | { readonly kind: 'over_quota'; readonly quota: ExceededQuota; readonly most: number };

/** What the emails take from the quotas of their key. */
export interface QuotaCharge {
  readonly quota: KeyQuota;
  readonly use: QuotaUse;
}

/**
 * Commits the emails in one transaction: all of them or none. They are then `queued`, or `scheduled`
 * when they have a time, each with its first event.
 *
 * With an idempotency key, the key and the answer to the request are kept in the same transaction.
 * When the key was used before, nothing is kept, and what is to be answered instead is returned.
 *
 * @param noteWebhooks hears which endpoints are to be told of it.
 * @param charge is counted in the same transaction: nothing is kept where it exceeds a quota.
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

/** Characters of html and text in one statement, but for a single email: to write 10 MB as JSON takes a tenth of a second in one go. */
const MAX_TEXTS = 1024 * 1024;

/** The emails of each statement; one part at least. */
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

/** Ends a transaction, and with it the claim of an idempotency key: the same request may come again when the quota suffices. */
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

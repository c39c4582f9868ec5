import { openFairLimiter, shareKeyOf, groupCommit } from '@sendoff/runtime';
import {
  acceptSubmissions,
  areKept,
  contentsOf,
  textLength,
  type Acceptance,
  type Database,
  type IdempotentRequest,
  type KeyConflict,
  type KeyQuota,
  type NoteWebhooks,
  type Submission,
} from '@sendoff/db';
import { openEmailCheck, type CheckEmail } from '../checks/open-email-check.ts';
import type { IncomingEmail, SubmittedBy } from '../incoming-email.ts';
import type { EmailRate } from '../keys/open-email-rate.ts';
import { openQuotaLanes, type WriteRequest } from '../keys/open-quota-lanes.ts';
import { overQuota, quotaOf, quotaUseOf } from '../keys/quota-of.ts';
import { openRecentSenders } from './recent-senders.ts';

/**
 * Commits the emails of one request, or returns the conflict of its idempotency key, as `acceptSubmissions` does.
 *
 * @throws {SendoffError} when the key may not send one of the emails, or has used up its rate or quota.
 */
export type Accept = (
  by: SubmittedBy,
  emails: readonly IncomingEmail[],
  request?: IdempotentRequest,
) => Promise<{ readonly kind: 'accepted' } | KeyConflict>;

/** Checks, limits and notifications of accepted emails. */
export interface AcceptanceOptions {
  /** Without it, headers that instruct relays are refused. */
  readonly check?: CheckEmail;
  /** Without it, keys have no rate limit. */
  readonly rate?: EmailRate | undefined;
  /** The trace of the current request. It is stored with the email, because the worker may send the email without any job. */
  readonly currentTrace?: (() => string | undefined) | undefined;
  /** Called with the webhook endpoints that have new deliveries. */
  readonly noteWebhooks?: NoteWebhooks;
}

/** Emails in a shared transaction. Requests that arrive meanwhile wait for it, so it must be short. */
const MAX_EMAILS = 250;
/**
 * Large writes at once. Each holds a database connection while its bytes are written; without a limit, small
 * requests would time out waiting for a connection. Keys take turns.
 */
const MAX_LARGE_WRITES = 4;
/** Bytes of attachments, messages and texts from which a request counts as two large writes. */
const LONG_WRITE_BYTES = 1024 * 1024;
/** A write that takes longer was waiting for the database and used no processor time, so a key pauses no longer than this. */
const MAX_PAUSE_MS = 1000;
/** Characters of html and text from which a request gets a transaction of its own, so that others need not wait for its bytes. */
const LARGE_TEXTS = 131_072;

/**
 * Opens the function that commits emails. It checks every email, counts it against the rate and the quotas of its key,
 * and writes it.
 *
 * Small requests that arrive during a commit share the next transaction, and keys take turns; an error in one
 * request does not affect the others. Requests with an idempotency key, and large ones (files, whole messages, much
 * text), have a transaction of their own.
 */
export function openAcceptance(
  database: Database,
  { check = openEmailCheck({ relayHeaders: 'refuse' }), rate, currentTrace, noteWebhooks }: AcceptanceOptions = {},
): Accept {
  const acceptTogether = groupCommit(
    async (requests: readonly (readonly Submission[])[]) => {
      const acceptance = await acceptSubmissions(database, requests.flat(), undefined, noteWebhooks);
      return requests.map(() => acceptance);
    },
    { maxItems: MAX_EMAILS, countOf: ({ length }) => length, shareOf: ([first]) => shareKeyOf(first?.apiKeyId ?? null) },
  );
  const largeWrites = openFairLimiter({ resource: 'large_writes', total: MAX_LARGE_WRITES });
  const senders = openRecentSenders();
  const writeInTurn = async (submissions: readonly Submission[], write: () => Promise<Acceptance>): Promise<Acceptance> => {
    const key = shareKeyOf(submissions[0]?.apiKeyId ?? null);
    const amount = largeWritesOf(submissions);
    const turn = await largeWrites.acquire(key, { amount });
    const begun = performance.now();
    return write().finally(() => {
      // The client has its answer by now; only the next long write of this key waits.
      const pauseMs = Math.min(performance.now() - begun, MAX_PAUSE_MS);
      if (amount > 1 && senders.includeOthers(key)) setTimeout(turn.release, pauseMs).unref();
      else turn.release();
    });
  };
  const commit = ({ submissions, request, quota }: WriteRequest & { readonly quota?: KeyQuota }): Promise<Acceptance> => {
    const charge = quota === undefined ? undefined : { quota, use: quotaUseOf(submissions) };
    const write = () => acceptSubmissions(database, submissions, request, noteWebhooks, charge);
    return isLarge(submissions) ? writeInTurn(submissions, write) : write();
  };
  const mayShare = ({ submissions, request }: WriteRequest): boolean => request === undefined && !isLarge(submissions);
  const commitInLane = openQuotaLanes({ commit, mayShare });
  const write = (request: WriteRequest, quota: KeyQuota | null): Promise<Acceptance> => {
    if (quota !== null) return commitInLane({ ...request, quota });
    return mayShare(request) ? acceptTogether(request.submissions) : commit(request);
  };

  return async ({ apiKey, countedEmails = 0 }, emails, request) => {
    for (const email of emails) check(apiKey, email);
    senders.record(shareKeyOf(apiKey?.id ?? null));
    if (apiKey !== null && countedEmails === 0) rate?.take(apiKey.id, emails.length);
    else if (apiKey !== null) rate?.count(apiKey.id, Math.max(0, emails.length - countedEmails));

    const traceparent = currentTrace?.();
    const submissions = traceparent === undefined ? emails : emails.map((email) => ({ ...email, traceparent }));
    const quota = apiKey === null ? null : quotaOf(apiKey);
    let acceptance: Acceptance;
    try {
      acceptance = await write({ submissions, request }, quota);
    } catch (error) {
      // The connection may have been lost after the commit. An error now would make the client send the emails twice.
      const ids = submissions.map(({ id }) => id);
      if (await areKept(database, ids).catch(() => false)) return { kind: 'accepted' };
      throw error;
    }
    if (acceptance.kind !== 'over_quota') return acceptance;
    throw overQuota(acceptance, Date.now());
  };
}

/**
 * How many large writes a request counts as. A key can have one long write at a time, and pauses for as long as it took
 * while other keys send: each one copies megabytes on the main thread of the API, and again on that of a worker.
 */
function largeWritesOf(submissions: readonly Submission[]): number {
  const bytes = submissions.flatMap(contentsOf).reduce((sum, { length }) => sum + length, textLengthOf(submissions));
  return bytes > LONG_WRITE_BYTES ? MAX_LARGE_WRITES / 2 : 1;
}

function isLarge(submissions: readonly Submission[]): boolean {
  if (submissions.some(({ attachments, message }) => attachments.length > 0 || message !== undefined)) return true;
  return textLengthOf(submissions) > LARGE_TEXTS;
}

const textLengthOf = (submissions: readonly Submission[]): number =>
  submissions.reduce((sum, submission) => sum + textLength(submission), 0);

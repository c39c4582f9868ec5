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
import { openEmailCheck, type CheckEmail } from './checks/open-email-check.ts';
import type { BroughtBy, IncomingEmail } from './incoming-email.ts';
import type { EmailRate } from './keys/open-email-rate.ts';
import { openQuotaLanes, type Brought } from './keys/open-quota-lanes.ts';
import { overQuota, quotaOf, quotaUseOf } from './keys/quota-of.ts';

/**
 * Commits the emails of one request, or says why not. As `acceptSubmissions`.
 *
 * @throws {SendoffError} for what the key may not send, and for more than it may.
 */
export type Accept = (
  by: BroughtBy,
  emails: readonly IncomingEmail[],
  request?: IdempotentRequest,
) => Promise<{ readonly kind: 'accepted' } | KeyConflict>;

/** What every email is held to, and who hears of it. */
export interface AcceptanceOptions {
  /** Where it is left out, instructions to relays are refused. */
  readonly check?: CheckEmail;
  /** Without it, keys may bring any number of emails. */
  readonly rate?: EmailRate | undefined;
  /** The trace of the request that brings an email. It is kept with the email, which may be sent from the table without any job. */
  readonly currentTrace?: (() => string | undefined) | undefined;
  /** Hears which endpoints are to be told of it. */
  readonly noteWebhooks?: NoteWebhooks;
}

/** Emails in one transaction at most, but for a request that brings more. Who comes meanwhile waits for it, so it is to be short. */
const MAX_EMAILS = 250;
/**
 * Large transactions at once. Each has its connection for as long as the bytes take, and those who need one only for a
 * moment would wait for it until they gave up. Keys take turns.
 */
const LARGE_AT_ONCE = 4;
/** Bytes of the files, messages and texts of one request. More take two places. */
const LONG_WRITE = 1024 * 1024;
/** What takes longer than this waited for the database, and used nothing up. */
const LONGEST_REST_MS = 1000;
/** Characters of html and text in one request. What shares a transaction with more would wait until all of it is written. */
const LARGE_TEXTS = 131_072;

/**
 * Lets requests that come while others are being committed share the next transaction, keys in turns. An error in
 * one of them reaches only that one. Requests with an idempotency key, and large ones (with files, whole
 * messages or much text), have a transaction each. Before that, every email is checked, and counted towards the rate of its key.
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
  const largeWrites = openFairLimiter({ resource: 'large_writes', total: LARGE_AT_ONCE });
  const senders = noteSenders();
  const inTurn = async (submissions: readonly Submission[], accept: () => Promise<Acceptance>): Promise<Acceptance> => {
    const key = shareKeyOf(submissions[0]?.apiKeyId ?? null);
    const amount = placesFor(submissions);
    const turn = await largeWrites.acquire(key, { amount });
    const begun = performance.now();
    return accept().finally(() => {
      // The request is answered; who rests is the key.
      const restMs = Math.min(performance.now() - begun, LONGEST_REST_MS);
      if (amount > 1 && senders.areOthers(key)) setTimeout(turn.release, restMs).unref();
      else turn.release();
    });
  };
  const commit = ({ submissions, request, quota }: Brought & { readonly quota?: KeyQuota }): Promise<Acceptance> => {
    const charge = quota === undefined ? undefined : { quota, use: quotaUseOf(submissions) };
    const accept = () => acceptSubmissions(database, submissions, request, noteWebhooks, charge);
    return isLarge(submissions) ? inTurn(submissions, accept) : accept();
  };
  const mayShare = ({ submissions, request }: Brought): boolean => request === undefined && !isLarge(submissions);
  const inLane = openQuotaLanes({ commit, mayShare });
  const keep = (brought: Brought, quota: KeyQuota | null): Promise<Acceptance> => {
    if (quota !== null) return inLane({ ...brought, quota });
    return mayShare(brought) ? acceptTogether(brought.submissions) : commit(brought);
  };

  return async ({ apiKey, countedEmails = 0 }, emails, request) => {
    for (const email of emails) check(apiKey, email);
    senders.note(shareKeyOf(apiKey?.id ?? null));
    if (apiKey !== null && countedEmails === 0) rate?.take(apiKey.id, emails.length);
    else if (apiKey !== null) rate?.count(apiKey.id, Math.max(0, emails.length - countedEmails));

    const traceparent = currentTrace?.();
    const submissions = traceparent === undefined ? emails : emails.map((email) => ({ ...email, traceparent }));
    const quota = apiKey === null ? null : quotaOf(apiKey);
    let acceptance: Acceptance;
    try {
      acceptance = await keep({ submissions, request }, quota);
    } catch (error) {
      // Lost between the commit and its confirmation: an error now would make the client send twice.
      const ids = submissions.map(({ id }) => id);
      if (await areKept(database, ids).catch(() => false)) return { kind: 'accepted' };
      throw error;
    }
    if (acceptance.kind !== 'over_quota') return acceptance;
    throw overQuota(acceptance, Date.now());
  };
}

/** Who has sent of late. */
interface Senders {
  readonly note: (key: string) => void;
  /** Whether another key than this has sent within the last second. */
  readonly areOthers: (key: string) => boolean;
}

const OF_LATE_MS = 1000;

function noteSenders(): Senders {
  // The last one, and the last one that was another.
  let last = { key: '', at: -Infinity };
  let other = last;
  return {
    note: (key) => {
      if (key !== last.key) other = last;
      last = { key, at: performance.now() };
    },
    areOthers: (key) => performance.now() - (last.key === key ? other : last).at < OF_LATE_MS,
  };
}

/**
 * A key makes one long write at a time, and rests for as long as that took while other keys send: each copies megabytes on the
 * one thread that answers everybody, and then once more on that of a worker.
 */
function placesFor(submissions: readonly Submission[]): number {
  const bytes = submissions.flatMap(contentsOf).reduce((sum, { length }) => sum + length, textsOf(submissions));
  return bytes > LONG_WRITE ? LARGE_AT_ONCE / 2 : 1;
}

function isLarge(submissions: readonly Submission[]): boolean {
  if (submissions.some(({ attachments, message }) => attachments.length > 0 || message !== undefined)) return true;
  return textsOf(submissions) > LARGE_TEXTS;
}

const textsOf = (submissions: readonly Submission[]): number =>
  submissions.reduce((sum, submission) => sum + textLength(submission), 0);

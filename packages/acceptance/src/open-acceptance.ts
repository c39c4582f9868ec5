import { groupCommit, openFairLimiter } from '@sendoff/config';
import {
  acceptSubmissions,
  areKept,
  type Acceptance,
  type Database,
  type IdempotentRequest,
  type NoteWebhooks,
  type Submission,
} from '@sendoff/db';

/** Commits the emails of one request, or says why not. As `acceptSubmissions`. */
export type Accept = (submissions: readonly Submission[], request?: IdempotentRequest) => Promise<Acceptance>;

/** Requests in one transaction at most. */
const MAX_REQUESTS = 500;
/**
 * Transactions at once that bring files or whole messages. Each has its connection for as long as the bytes take, and
 * those who need one only for a moment would wait for it until they gave up. Keys take turns.
 */
const LARGE_AT_ONCE = 4;
/** Whose share the emails of the command line count to. */
const OPERATOR = 'operator';

/**
 * Lets requests that come while others are being committed share the next transaction. An error in
 * one of them reaches only that one. Requests with an idempotency key, and those with files or whole messages,
 * which are large, have a transaction each.
 *
 * @param watchers.currentTrace the trace of the request that brings an email. It is kept with the email, which
 *   may be sent from the table without any job.
 * @param watchers.noteWebhooks hears which endpoints are to be told of it.
 */
export function openAcceptance(
  database: Database,
  {
    currentTrace,
    noteWebhooks,
  }: { readonly currentTrace?: (() => string | undefined) | undefined; readonly noteWebhooks?: NoteWebhooks } = {},
): Accept {
  const acceptTogether = groupCommit(
    async (requests: readonly (readonly Submission[])[]) => {
      const acceptance = await acceptSubmissions(database, requests.flat(), undefined, noteWebhooks);
      return requests.map(() => acceptance);
    },
    { maxItems: MAX_REQUESTS },
  );
  const largeWrites = openFairLimiter({ resource: 'large_writes', total: LARGE_AT_ONCE });
  return async (brought, request) => {
    const traceparent = currentTrace?.();
    const submissions = traceparent === undefined ? brought : brought.map((submission) => ({ ...submission, traceparent }));
    const isLarge = submissions.some(({ attachments, message }) => attachments.length > 0 || message !== undefined);
    const acceptAlone = () => acceptSubmissions(database, submissions, request, noteWebhooks);
    const acceptLarge = async () => {
      const turn = await largeWrites.acquire(submissions[0]?.apiKeyId ?? OPERATOR);
      return acceptAlone().finally(turn.release);
    };
    try {
      if (isLarge) return await acceptLarge();
      return await (request === undefined ? acceptTogether(submissions) : acceptAlone());
    } catch (error) {
      // Lost between the commit and its confirmation: an error now would make the client send twice.
      const ids = submissions.map(({ id }) => id);
      if (await areKept(database, ids).catch(() => false)) return { kind: 'accepted' };
      throw error;
    }
  };
}

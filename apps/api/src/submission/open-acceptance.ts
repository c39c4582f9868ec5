import { groupCommit } from '@sendoff/config';
import { acceptSubmissions, areKept, type Acceptance, type Database, type IdempotentRequest, type Submission } from '@sendoff/db';

/** Commits the emails of one request, or says why not. As `acceptSubmissions`. */
export type Accept = (submissions: readonly Submission[], request?: IdempotentRequest) => Promise<Acceptance>;

/** Requests in one transaction at most. */
const MAX_REQUESTS = 500;

/**
 * Lets requests that come while others are being committed share the next transaction. An error in
 * one of them reaches only that one. Requests with an idempotency key, or with files, which are large,
 * have a transaction each.
 */
export function openAcceptance(database: Database): Accept {
  const acceptTogether = groupCommit(
    async (requests: readonly (readonly Submission[])[]) => {
      const acceptance = await acceptSubmissions(database, requests.flat());
      return requests.map(() => acceptance);
    },
    { maxItems: MAX_REQUESTS },
  );
  return async (submissions, request) => {
    const alone = request !== undefined || submissions.some(({ attachments }) => attachments.length > 0);
    try {
      return await (alone ? acceptSubmissions(database, submissions, request) : acceptTogether(submissions));
    } catch (error) {
      // Lost between the commit and its confirmation: an error now would make the client send twice.
      const ids = submissions.map(({ id }) => id);
      if (await areKept(database, ids).catch(() => false)) return { kind: 'accepted' };
      throw error;
    }
  };
}

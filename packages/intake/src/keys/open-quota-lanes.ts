import { groupCommit, openTurns } from '@sendoff/runtime';
import type { Acceptance, IdempotentRequest, KeyQuota, Submission } from '@sendoff/db';

/** Keys with a lane; beyond that, the oldest lane is dropped. */
const MAX_LANES = 1000;
/** Requests in one transaction at most. */
const MAX_REQUESTS = 500;

/** A request to commit. */
export interface WriteRequest {
  readonly submissions: readonly Submission[];
  readonly request: IdempotentRequest | undefined;
}

/** A request of a key that has quotas. */
export interface QuotaRequest extends WriteRequest {
  readonly quota: KeyQuota;
}

/** The dependencies of the lanes. */
export interface LaneParts {
  /** Runs one transaction. */
  readonly commit: (request: QuotaRequest) => Promise<Acceptance>;
  /** Whether a request may share its transaction with others. */
  readonly mayShare: (request: WriteRequest) => boolean;
}

/** Commits a request when it is its key's turn. */
export type QuotaLanes = (request: QuotaRequest) => Promise<Acceptance>;

/**
 * Runs one transaction of each key at a time. All transactions of a key lock the row with its counts, and those that wait for that
 * lock in the database would hold connections that other keys need.
 */
export function openQuotaLanes(parts: LaneParts): QuotaLanes {
  const lanes = new Map<string, QuotaLanes>();
  return (request) => {
    const { apiKeyId } = request.quota;
    const lane = lanes.get(apiKeyId) ?? openLane(parts);
    lanes.set(apiKeyId, lane);
    const [oldest] = lanes.keys();
    if (lanes.size > MAX_LANES && oldest !== undefined) lanes.delete(oldest);
    return lane(request);
  };
}

function openLane({ commit, mayShare }: LaneParts): QuotaLanes {
  const turns = openTurns();
  const together = groupCommit(
    async (group: readonly QuotaRequest[]): Promise<readonly Acceptance[]> => {
      const [first] = group;
      if (first === undefined) return [];
      const submissions = group.flatMap(({ submissions: one }) => one);
      const acceptance = await commit({ ...first, submissions });
      // Some may fit even if the group does not: on an error, each is tried alone.
      if (acceptance.kind === 'over_quota' && group.length > 1) throw new Error('Together the requests are over the quota');
      return group.map(() => acceptance);
    },
    { maxItems: MAX_REQUESTS, turns },
  );
  const alone = groupCommit(
    async (group: readonly QuotaRequest[]): Promise<readonly Acceptance[]> => Promise.all(group.map(commit)),
    { maxItems: 1, turns },
  );
  return (request) => (mayShare(request) ? together : alone)(request);
}

import { groupCommit, openTurns } from '@sendoff/runtime';
import type { Acceptance, IdempotentRequest, KeyQuota, Submission } from '@sendoff/db';

/** Keys whose turns are remembered; the one that came first is forgotten first. */
const MAX_LANES = 1000;
/** Requests in one transaction at most. */
const MAX_REQUESTS = 500;

/** A request that is to be committed. */
export interface Brought {
  readonly submissions: readonly Submission[];
  readonly request: IdempotentRequest | undefined;
}

/** A request of a key with a quota. */
export interface Charged extends Brought {
  readonly quota: KeyQuota;
}

/** What lanes work with. */
export interface LaneParts {
  /** Carries out one transaction. */
  readonly commit: (charged: Charged) => Promise<Acceptance>;
  /** Whether a request may share its transaction with others. */
  readonly mayShare: (brought: Brought) => boolean;
}

/** Commits a request in the turn of its key. */
export type QuotaLanes = (charged: Charged) => Promise<Acceptance>;

/**
 * One transaction of each key at a time: all of a key lock its count, and those that wait for it in the database would hold
 * the connections of others.
 */
export function openQuotaLanes(parts: LaneParts): QuotaLanes {
  const lanes = new Map<string, QuotaLanes>();
  return (charged) => {
    const { apiKeyId } = charged.quota;
    const lane = lanes.get(apiKeyId) ?? openLane(parts);
    lanes.set(apiKeyId, lane);
    const [oldest] = lanes.keys();
    if (lanes.size > MAX_LANES && oldest !== undefined) lanes.delete(oldest);
    return lane(charged);
  };
}

function openLane({ commit, mayShare }: LaneParts): QuotaLanes {
  const turns = openTurns();
  const together = groupCommit(
    async (group: readonly Charged[]): Promise<readonly Acceptance[]> => {
      const [first] = group;
      if (first === undefined) return [];
      const submissions = group.flatMap((charged) => charged.submissions);
      const acceptance = await commit({ ...first, submissions });
      // Some may fit where all do not: each is then tried by itself.
      if (acceptance.kind === 'over_quota' && group.length > 1) throw new Error('Together they are over the quota');
      return group.map(() => acceptance);
    },
    { maxItems: MAX_REQUESTS, turns },
  );
  const alone = groupCommit(async (group: readonly Charged[]): Promise<readonly Acceptance[]> => Promise.all(group.map(commit)), {
    maxItems: 1,
    turns,
  });
  return (charged) => (mayShare(charged) ? together : alone)(charged);
}

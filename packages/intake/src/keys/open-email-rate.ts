/** The rate limit of each key, shared by all processes that accept emails. */
import type { Rate } from '@sendoff/config';
import { watchShares, type Logger } from '@sendoff/runtime';
import { SendoffError } from '@sendoff/core';

/** How often processes exchange their counts, in milliseconds. */
const SHARE_EVERY_MS = 500;

/** Adds the counts of this process by key to the shared counts, and returns the sums. */
export type ShareCounts = (counts: ReadonlyMap<string, number>) => Promise<ReadonlyMap<string, number>>;

/** The remaining rate of a key. */
export interface RateState {
  /** Emails that may be submitted at once. */
  readonly limit: number;
  /** How many of these are left. */
  readonly remaining: number;
  /** Seconds until all are left again. */
  readonly resetSeconds: number;
}

/** The rate limits of all keys. */
export interface EmailRate {
  readonly rate: Rate;
  /**
   * Refuses when nothing is left. Otherwise counts all emails, even beyond what is left, so a batch may exceed the limit; the
   * next request then waits for longer.
   *
   * @throws {SendoffError} with the seconds until a retry.
   */
  readonly take: (apiKeyId: string, emails: number) => void;
  /** Counts emails that were already accepted. */
  readonly count: (apiKeyId: string, emails: number) => void;
  /** Refuses like `take`, without counting. */
  readonly refuseIfUsedUp: (apiKeyId: string) => void;
  readonly state: (apiKeyId: string) => RateState;
  /** Adds the new counts of this process to the shared ones, and subtracts those of other processes. Runs twice a second. */
  readonly shareNow: () => Promise<void>;
  readonly close: () => void;
}

/** The dependencies of the rate limit. */
export interface EmailRateParts {
  /** Without it, the process counts alone. */
  readonly share?: ShareCounts;
  readonly logger: Pick<Logger, 'warn'>;
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
}

interface Bucket {
  /** Emails that are left; negative after a request that exceeded the limit. */
  left: number;
  /** The time of `left`. */
  at: number;
  /** Accepted here and not shared yet. */
  untold: number;
  /** The shared sum at the last exchange; undefined before the first. */
  sum: number | undefined;
}

/**
 * Opens a token bucket for each key. No request waits for other processes: each process accepts by its own count, exchanges the
 * sums twice a second in one statement for all keys, and subtracts what others accepted. The rate over time is that of a single
 * process, plus what the processes accept between two exchanges. While the exchange fails, each process applies the limit alone.
 */
export function openEmailRate(rate: Rate, { share, logger, now }: EmailRateParts): EmailRate {
  const { count: limit, periodMs } = rate;
  const buckets = new Map<string, Bucket>();

  /** The bucket of a key, refilled to the current time. */
  const bucketOf = (key: string): Bucket => {
    const time = now();
    let bucket = buckets.get(key);
    if (bucket === undefined) {
      bucket = { left: limit, at: time, untold: 0, sum: undefined };
      buckets.set(key, bucket);
    }
    bucket.left = Math.min(limit, bucket.left + ((time - bucket.at) * limit) / periodMs);
    bucket.at = time;
    return bucket;
  };
  const secondsFor = (emails: number): number => Math.ceil((emails * periodMs) / limit / 1000);
  const refuseIfUsedUp = (key: string): void => {
    const { left } = bucketOf(key);
    if (left >= 1) return;
    throw new SendoffError('rate_limited', undefined, { retryAfter: Math.max(1, secondsFor(1 - left)) });
  };
  const count = (key: string, emails: number): void => {
    const bucket = bucketOf(key);
    bucket.left -= emails;
    bucket.untold += emails;
  };

  let isSharing = false;
  let isAlone = false;
  const shareNow = async (): Promise<void> => {
    // A full bucket equals a new one.
    for (const key of [...buckets.keys()]) {
      const { left, untold } = bucketOf(key);
      if (left === limit && (untold === 0 || share === undefined)) buckets.delete(key);
    }
    if (share === undefined || isSharing || buckets.size === 0) return;
    isSharing = true;
    const told = [...buckets].map(([key, bucket]) => {
      const { untold } = bucket;
      bucket.untold = 0;
      return { key, bucket, untold };
    });
    try {
      const sums = await share(new Map(told.map(({ key, untold }) => [key, untold])));
      for (const { key, bucket, untold } of told) {
        const sum = sums.get(key);
        // The sum is lower than before if the shared counts were lost.
        if (sum !== undefined && bucket.sum !== undefined) bucket.left -= Math.max(0, sum - bucket.sum - untold);
        bucket.sum = sum;
      }
      isAlone = false;
    } catch (error) {
      // Unshared counts are dropped: sharing them later at once would block the key in other processes.
      for (const { bucket } of told) bucket.sum = undefined;
      if (!isAlone) logger.warn({ err: error }, 'sharing rate limit counts failed; this process counts alone');
      isAlone = true;
    } finally {
      isSharing = false;
    }
  };
  const timer = setInterval(() => void shareNow(), SHARE_EVERY_MS).unref();

  watchShares('email_rate', () =>
    [...buckets.keys()].map((key) => ({ key, held: Math.ceil(limit - bucketOf(key).left), waiting: 0 })),
  );
  return {
    rate,
    take: (key, emails) => {
      refuseIfUsedUp(key);
      count(key, emails);
    },
    count,
    refuseIfUsedUp,
    state: (key) => {
      const { left } = bucketOf(key);
      return { limit, remaining: Math.max(0, Math.floor(left)), resetSeconds: secondsFor(limit - left) };
    },
    shareNow,
    close: () => clearInterval(timer),
  };
}

/** How many emails each key may bring: one limit over all processes that take emails in. */
import type { Rate } from '@sendoff/config';
import { watchShares, type Logger } from '@sendoff/runtime';
import { SendoffError } from '@sendoff/core';

/** How often processes tell each other what they have let in. */
const SHARE_EVERY_MS = 500;

/** Adds what this process has let in, by key, to what all have, and tells the sums. */
export type ShareCounts = (counts: ReadonlyMap<string, number>) => Promise<ReadonlyMap<string, number>>;

/** What a key may still bring. */
export interface RateState {
  /** Emails that may come at once. */
  readonly limit: number;
  /** Of these, how many now. */
  readonly remaining: number;
  /** Seconds until it is all of them again. */
  readonly resetSeconds: number;
}

/** The rate of every key. */
export interface EmailRate {
  readonly rate: Rate;
  /**
   * Refuses when nothing is left, and else counts all of them, also those that are more than what is left: what comes next
   * waits for as long as they take. So a batch may be larger than the limit.
   *
   * @throws {SendoffError} with the seconds after which to try again.
   */
  readonly take: (apiKeyId: string, emails: number) => void;
  /** Counts what was let in already. */
  readonly count: (apiKeyId: string, emails: number) => void;
  /** Refuses as `take`, and counts nothing. */
  readonly refuseIfUsedUp: (apiKeyId: string) => void;
  readonly state: (apiKeyId: string) => RateState;
  /** Tells the others what was let in since the last time, and subtracts what they did. Done twice a second. */
  readonly shareNow: () => Promise<void>;
  readonly close: () => void;
}

/** What the rate works with. */
export interface EmailRateParts {
  /** Without it, the process counts by itself. */
  readonly share?: ShareCounts;
  readonly logger: Pick<Logger, 'warn'>;
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
}

interface Bucket {
  /** Emails that may come now; below zero while more have come than the rate has room for. */
  left: number;
  /** When that was so. */
  at: number;
  /** Let in here, and not told the others yet. */
  untold: number;
  /** What all had let in when the others were last told; undefined before that. */
  sum: number | undefined;
}

/**
 * Opens a token bucket for each key. Nothing waits for the others: each process lets in by its own count, tells the sums
 * twice a second in one statement for all keys, and subtracts what others let in since. So the rate over time is that of
 * one process, and what comes beyond it is what the processes let in before they hear of each other. While the others
 * cannot be reached, each process holds its keys to the limit by itself.
 */
export function openEmailRate(rate: Rate, { share, logger, now }: EmailRateParts): EmailRate {
  const { count: limit, periodMs } = rate;
  const buckets = new Map<string, Bucket>();

  /** As it is now. */
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
    // A key that has all of its emails left is as good as new.
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
        // Lower than before where what was shared is lost.
        if (sum !== undefined && bucket.sum !== undefined) bucket.left -= Math.max(0, sum - bucket.sum - untold);
        bucket.sum = sum;
      }
      isAlone = false;
    } catch (error) {
      // What was not told is forgotten on both sides: told later in one lump, it would stop the key elsewhere.
      for (const { bucket } of told) bucket.sum = undefined;
      if (!isAlone) logger.warn({ err: error }, 'the rates of API keys are counted in this process alone');
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

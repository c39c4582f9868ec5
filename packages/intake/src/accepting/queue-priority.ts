/** Which emails are sent first when several keys want to send more than leaves. */
import { weightOf } from '@sendoff/runtime';

/** Emails a second with which a key of weight 1 stands before all others, however much waits. */
const EMAILS_PER_SECOND = 100;
/** And so many at once after a pause: two batches, or what a worker sends in a fraction of a second. */
const BURST = 200;
/** Emails beyond that for which a key goes one step down, and the most that are counted. */
const STEP = 1000;
const MAX_DEBT = 1_000_000;
/** Keys that are counted. One that has been quiet for as long as it had to is not. */
const MAX_KEYS = 10_000;

/** Counts one email of a key. @returns its priority in the queue: 0 is sent first. */
export type QueuePriority = (key: string) => number;

/**
 * Ranks emails by what their key has sent of late: each key has a bucket of tokens, and an email beyond it goes behind those of
 * keys that have sent less. So a key that hands in a hundred thousand emails delays its own, and those of another key are
 * sent at once. Nothing waits because of it while workers keep up.
 *
 * Every number is multiplied by the weight of the key, also the steps: keys with a backlog are sent in proportion to their weights.
 *
 * @param now milliseconds from any fixed point.
 */
export function openQueuePriority(now: () => number): QueuePriority {
  const buckets = new Map<string, { tokens: number; asOf: number }>();
  return (key) => {
    const time = now();
    const weight = weightOf(key);
    const bucket = buckets.get(key) ?? { tokens: BURST * weight, asOf: time };
    const refilled = bucket.tokens + ((time - bucket.asOf) / 1000) * EMAILS_PER_SECOND * weight;
    bucket.tokens = Math.max(-MAX_DEBT * weight, Math.min(BURST * weight, refilled) - 1);
    bucket.asOf = time;
    // Last in the order of insertion, so that the first has been quiet for longest.
    buckets.delete(key);
    buckets.set(key, bucket);
    const [oldest] = buckets.keys();
    if (buckets.size > MAX_KEYS && oldest !== undefined) buckets.delete(oldest);
    return bucket.tokens >= 0 ? 0 : Math.ceil(-bucket.tokens / (STEP * weight));
  };
}

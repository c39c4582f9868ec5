/** Decides which emails are sent first when keys submit faster than workers send. */
import { weightOf } from '@sendoff/runtime';

/** Emails per second that a key of weight 1 may submit at the highest priority, whatever the backlog. */
const EMAILS_PER_SECOND = 100;
/** Emails that a key may submit at once after a pause: two batches, or what a worker sends in a fraction of a second. */
const BURST = 200;
/** Emails over the budget per step of lower priority, and the maximum that is counted. */
const STEP = 1000;
const MAX_DEBT = 1_000_000;
/** Keys that are tracked; the key that was idle longest is dropped first. */
const MAX_KEYS = 10_000;

/** Counts one email of a key. @returns its priority in the queue: 0 is sent first. */
export type QueuePriority = (key: string) => number;

/**
 * Ranks emails by the recent volume of their key. Each key has a token bucket, and emails beyond it are queued behind those of
 * keys that sent less. A key that submits a hundred thousand emails delays its own, while those of another key are sent at once.
 * Nothing is delayed while workers keep up.
 *
 * All numbers are multiplied by the weight of the key, including the steps: keys with a backlog are served in proportion to their
 * weights.
 *
 * @param now returns milliseconds from any fixed point.
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
    // Re-inserted at the end, so that the first key is the one idle longest.
    buckets.delete(key);
    buckets.set(key, bucket);
    const [oldest] = buckets.keys();
    if (buckets.size > MAX_KEYS && oldest !== undefined) buckets.delete(oldest);
    return bucket.tokens >= 0 ? 0 : Math.ceil(-bucket.tokens / (STEP * weight));
  };
}

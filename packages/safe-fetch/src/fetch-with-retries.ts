import { setTimeout as sleep } from 'node:timers/promises';
import type { FetchLimits, FetchResult } from './fetch-result.ts';
import type { Fetcher } from './open-fetcher.ts';

/** The number of tries, and the delays between them. */
export interface FetchRetries {
  /** All tries, including the first. */
  readonly tries: number;
  /** Milliseconds to wait after the nth failure; the last delay applies to all further failures. */
  readonly delaysMs: readonly number[];
}

/**
 * Fetches a URL, and retries temporary failures. The limits apply to each try.
 *
 * @returns the result of the last try.
 */
export async function fetchWithRetries(
  fetcher: Pick<Fetcher, 'get'>,
  url: string,
  limits: FetchLimits,
  { tries, delaysMs }: FetchRetries,
): Promise<FetchResult> {
  for (let n = 1; ; n += 1) {
    const result = await fetcher.get(url, limits);
    if (result.kind !== 'failed' || !result.temporary || n >= tries) return result;
    // An abort during the delay is reported by the next try.
    await sleep(delaysMs[Math.min(n, delaysMs.length) - 1] ?? 0, undefined, { signal: limits.signal }).catch(() => undefined);
  }
}

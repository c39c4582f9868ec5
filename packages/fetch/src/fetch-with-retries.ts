import { setTimeout as sleep } from 'node:timers/promises';
import type { FetchLimits, FetchResult } from './fetch-result.ts';
import type { Fetcher } from './open-fetcher.ts';

/** How often a URL is tried, and how far apart. */
export interface FetchRetries {
  /** In all, the first one counted. */
  readonly tries: number;
  /** Milliseconds to wait: the nth after the nth failure, the last one after all further failures. */
  readonly delaysMs: readonly number[];
}

/**
 * Fetches a URL, again and again while the failure is a temporary one. The limits hold for each try.
 *
 * @returns what came of the last try.
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
    // Interrupted while it waits, it says so at the next try.
    await sleep(delaysMs[Math.min(n, delaysMs.length) - 1] ?? 0, undefined, { signal: limits.signal }).catch(() => undefined);
  }
}

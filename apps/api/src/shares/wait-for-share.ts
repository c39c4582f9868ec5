import type { Writable } from 'node:stream';
import type { FairLimiter, Share } from '@sendoff/runtime';

/** The share that a response waits for, and the timeout. */
export interface AwaitedShare {
  /** The API key that is charged. */
  readonly key: string;
  /** Defaults to 1. */
  readonly amount?: number;
  readonly timeoutMs: number;
}

/** Releases a share when its response closes for any reason; at once if the client has already disconnected. */
export function releaseWithResponse(share: Share, response: Writable): void {
  if (response.destroyed) share.release();
  else response.once('close', share.release);
}

/** A share for a response; null if the client disconnects or the wait times out. */
export async function waitForShare(
  limiter: FairLimiter,
  response: Writable,
  { key, amount = 1, timeoutMs }: AwaitedShare,
): Promise<Share | null> {
  const gone = new AbortController();
  const giveUp = (): void => gone.abort();
  response.once('close', giveUp);
  const share = await limiter.acquireWithin(key, timeoutMs, { amount, signal: gone.signal });
  response.off('close', giveUp);
  return share;
}

import type { Writable } from 'node:stream';
import type { FairLimiter, Share } from '@sendoff/runtime';

/** What a response waits for, and for how long. */
export interface AwaitedShare {
  /** The API key that is charged. */
  readonly key: string;
  /** One where it is left out. */
  readonly amount?: number;
  readonly timeoutMs: number;
}

/** Gives a share back when its response is over, whichever way; at once when it is already, for its client may have gone. */
export function releaseWithResponse(share: Share, response: Writable): void {
  if (response.destroyed) share.release();
  else response.once('close', share.release);
}

/** A share for a response; null where its client goes away meanwhile, or where it waits for too long. */
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

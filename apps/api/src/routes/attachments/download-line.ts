/** Keeps the bytes of files that are being downloaded from filling the memory. */
import type { Writable } from 'node:stream';
import { openFairLimiter } from '@sendoff/runtime';
import { releaseWithResponse, waitForShare } from '../../shares/wait-for-share.ts';

/** How much is let through, and who may wait. */
export interface DownloadLimits {
  /** Its name in metrics and in docs/fairness.md. */
  readonly resource: string;
  /** Bytes of all downloads together: each is held in memory until its client has it. */
  readonly bytes: number;
  /** Milliseconds that one waits for its turn. */
  readonly patienceMs: number;
  /** How many may wait; one key may have half of them. */
  readonly waiting: number;
}

/** A line in which downloads wait for their turn. */
export interface DownloadLine {
  /**
   * Resolves to `go` when it is the turn of a download of so many bytes; they are given back when `response` closes,
   * whichever way. Keys take turns. One that is larger than everything that is let through goes alone. Resolves to `full` when
   * too many wait, or when it has waited too long.
   *
   * @param key the API key that is charged.
   */
  enter(response: Writable, key: string, bytes: number): Promise<'go' | 'full'>;
}

/** Opens one. */
export function openDownloadLine({ resource, bytes: total, patienceMs, waiting }: DownloadLimits): DownloadLine {
  const limiter = openFairLimiter({ resource, total });

  return {
    enter: async (response, key, bytes) => {
      if (limiter.waiting() >= waiting || limiter.waiting(key) >= Math.ceil(waiting / 2)) return 'full';
      const share = await waitForShare(limiter, response, { key, amount: bytes, timeoutMs: patienceMs });
      if (share === null) return 'full';
      releaseWithResponse(share, response);
      return 'go';
    },
  };
}

/** Limits the memory that downloads take. */
import type { Writable } from 'node:stream';
import { openFairLimiter } from '@sendoff/runtime';
import { releaseWithResponse, waitForShare } from '../../shares/wait-for-share.ts';

/** How much can be downloaded at once, and how many downloads wait. */
export interface DownloadLimits {
  /** Its name in metrics and in docs/fairness.md. */
  readonly resource: string;
  /** Bytes of all downloads together: each is held in memory until its client has it. */
  readonly bytes: number;
  /** Milliseconds for which a download waits for its turn. */
  readonly patienceMs: number;
  /** How many downloads can wait; one key can have half of them. */
  readonly waiting: number;
}

/** A queue of downloads. */
export interface DownloadLine {
  /**
   * Resolves to `go` when a download of `bytes` can start; they are released when `response` closes for any reason. Keys take
   * turns. A download larger than the whole limit runs alone. Resolves to `full` when too many downloads wait, or when it has
   * waited too long.
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

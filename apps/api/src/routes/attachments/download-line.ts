/** Keeps the bytes of files that are being downloaded from filling the memory. */
import type { Writable } from 'node:stream';

/** How much is let through, and who may wait. */
export interface DownloadLimits {
  /** Octets of all downloads together: each is held in memory until its client has it. */
  readonly octets: number;
  /** Milliseconds that one waits for its turn. */
  readonly patienceMs: number;
  /** How many may wait. */
  readonly waiting: number;
}

/** A line in which downloads wait for their turn, first come, first served. */
export interface DownloadLine {
  /**
   * Resolves to `go` when it is the turn of a download of so many octets; they are given back when `response` closes,
   * whichever way. One that is larger than everything that is let through goes alone. Resolves to `full` when too many
   * wait, or when it has waited too long.
   */
  enter(response: Writable, octets: number): Promise<'go' | 'full'>;
}

interface Waiting {
  readonly octets: number;
  readonly leave: (verdict: 'go' | 'full') => void;
}

/** Opens one. */
export function openDownloadLine({ octets: most, patienceMs, waiting: mostWaiting }: DownloadLimits): DownloadLine {
  const line: Waiting[] = [];
  let underWay = 0;

  const letIn = (): void => {
    for (let next = line[0]; next !== undefined && underWay + next.octets <= most; next = line[0]) {
      line.shift();
      underWay += next.octets;
      next.leave('go');
    }
  };
  const leaveLine = (waiting: Waiting): void => {
    const place = line.indexOf(waiting);
    if (place === -1) return;
    line.splice(place, 1);
    waiting.leave('full');
    // It may have been the one that was too large for what was left.
    letIn();
  };
  const turn = (response: Writable, octets: number): Promise<'go' | 'full'> =>
    new Promise((resolve) => {
      const waiting: Waiting = {
        octets,
        leave: (verdict) => {
          clearTimeout(timer);
          resolve(verdict);
        },
      };
      const timer = setTimeout(() => leaveLine(waiting), patienceMs).unref();
      response.once('close', () => leaveLine(waiting));
      line.push(waiting);
      letIn();
    });

  return {
    enter: async (response, wanted) => {
      if (line.length >= mostWaiting) return 'full';
      const octets = Math.min(wanted, most);
      const verdict = await turn(response, octets);
      if (verdict === 'full') return verdict;
      const giveBack = (): void => {
        underWay -= octets;
        letIn();
      };
      // The client may have gone since its turn came.
      if (response.destroyed) giveBack();
      else response.once('close', giveBack);
      return verdict;
    },
  };
}

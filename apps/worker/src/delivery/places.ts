/** The places for the emails that a worker has under way at the same time. */
import type { WorkDone } from '@sendoff/queue';
import pLimit from 'p-limit';

/** Does the work as soon as there is a place for it; says that it was not begun when the places were closed before. */
export type TakePlace = (work: () => Promise<void>) => Promise<WorkDone>;

/** So much work at a time. */
export interface Places {
  /**
   * Opens a line of those who want a place, first in first out. Of each line as many as there are places stand before
   * these, and the others behind them: so lines take turns, however long one of them is.
   */
  readonly openLine: () => TakePlace;
  /** Has nothing begun any more; what is under way is not touched. */
  close(): void;
}

/** Opens so many places. */
export function openPlaces(count: number): Places {
  const place = pLimit(count);
  let closed = false;
  const take: TakePlace = (work) =>
    place(async () => {
      if (closed) return 'not_begun';
      await work();
      return 'done';
    });
  return {
    openLine: () => {
      const turn = pLimit(count);
      return (work) => turn(() => take(work));
    },
    close: () => {
      closed = true;
    },
  };
}

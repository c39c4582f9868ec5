/** The places for the emails that a worker has under way at the same time. */
import pLimit from 'p-limit';

/** So much work at a time. */
export interface Places {
  /** Does the work as soon as there is a place for it, first in first out; not at all once the places are closed. */
  readonly take: (work: () => Promise<void>) => Promise<void>;
  /** Has nothing begun any more; what is under way is not touched. */
  close(): void;
}

/** Opens so many places. */
export function openPlaces(count: number): Places {
  const place = pLimit(count);
  let closed = false;
  return {
    take: (work) => place(() => (closed ? Promise.resolve() : work())),
    close: () => {
      closed = true;
    },
  };
}

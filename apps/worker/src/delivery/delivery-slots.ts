/** The slots for the emails that a worker delivers at the same time. */
import type { WorkDone } from '@sendoff/queue';
import pLimit from 'p-limit';

/** Does the work as soon as a slot is free; `not_begun` when the slots were closed before. */
export type RunInSlot = (work: () => Promise<void>) => Promise<WorkDone>;

/** A number of slots, shared by sources of work. */
export interface DeliverySlots {
  /**
   * Opens a source of work, which is done first in, first out. Of each source as much work as there are slots waits for them,
   * and the rest behind it: so sources take turns, however much work one of them has.
   */
  readonly openSource: () => RunInSlot;
  /** Begins no more work; what is under way is not touched. */
  close(): void;
}

/** Opens `count` slots. */
export function openDeliverySlots(count: number): DeliverySlots {
  const slot = pLimit(count);
  let closed = false;
  const take: RunInSlot = (work) =>
    slot(async () => {
      if (closed) return 'not_begun';
      await work();
      return 'done';
    });
  return {
    openSource: () => {
      const turn = pLimit(count);
      return (work) => turn(() => take(work));
    },
    close: () => {
      closed = true;
    },
  };
}

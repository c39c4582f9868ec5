/** The slots that limit how many emails a worker delivers concurrently. */
import type { WorkDone } from '@sendoff/queue';
import pLimit from 'p-limit';

/** Runs the work when a slot is free; resolves to `not_begun` when the slots were closed first. */
export type RunInSlot = (work: () => Promise<void>) => Promise<WorkDone>;

/** A fixed number of slots, shared by several sources of work. */
export interface DeliverySlots {
  /**
   * Opens a source of work, processed first in, first out. At most as many items of a source as there are slots compete at a
   * time, so a source with a long backlog cannot starve the others.
   */
  readonly openSource: () => RunInSlot;
  /** Starts no more work. Running work continues. */
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

/** The lane for large emails: they wait for memory without a place, and are sent beside the places. */
import { shareKeyOf, type FairLimiter, type Share, type Logger } from '@sendoff/runtime';
import type { SetAside } from '@sendoff/db';
import type { AsideKeeper } from './aside-keeper.ts';
import { openLane, type Lane } from './lane.ts';
import { memoryForBytes } from './sending-memory.ts';

/** An email that gets no memory for so long is put off. */
const MEMORY_WAIT_TIMEOUT_MS = 30_000;
/** And so is one before which so many of its key wait. */
const MAX_WAITING = 50;

const NO_ROOM = { reason: 'sending_memory', message: 'the memory for large emails of this API key is in use' };

/** Opens the lane of one worker. */
export function openLargeLane({
  aside,
  memory,
  send,
  logger,
}: {
  readonly aside: AsideKeeper;
  readonly memory: FairLimiter;
  /** Begins an attempt, and sends the email with the memory that it was given. Rejects where that could not be begun. */
  readonly send: (email: SetAside, share: Share) => Promise<void>;
  readonly logger: Logger;
}): Lane {
  const waitForMemory = async ({ apiKeyId, bytes }: SetAside, closing: AbortSignal): Promise<Share | null> => {
    const key = shareKeyOf(apiKeyId);
    if (memory.waiting(key) >= MAX_WAITING) return null;
    return memory.acquireWithin(key, MEMORY_WAIT_TIMEOUT_MS, { amount: memoryForBytes(bytes), signal: closing });
  };
  const work = async (email: SetAside, closing: AbortSignal): Promise<void> => {
    const letGo = aside.keep(email);
    const share = await waitForMemory(email, closing);
    try {
      if (share === null && closing.aborted) await aside.return(email, { enqueue: true });
      else if (share === null) await aside.postpone(email, NO_ROOM);
      else {
        // From here on, its lease keeps it.
        letGo();
        await send(email, share);
      }
    } finally {
      letGo();
      share?.release();
    }
  };

  return openLane({ work, failure: 'a large email could not be worked on', logger });
}

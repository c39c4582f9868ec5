/** The lane for large emails: they wait for memory and are sent without holding a delivery slot. */
import { shareKeyOf, type FairLimiter, type Share, type Logger } from '@sendoff/runtime';
import type { SetAside } from '@sendoff/db';
import type { AsideKeeper } from './aside-keeper.ts';
import { openLane, type Lane } from './lane.ts';
import { memoryForBytes } from './sending-memory.ts';

/** An email that gets no memory within this time is postponed. */
const MEMORY_WAIT_TIMEOUT_MS = 30_000;
/** An email is also postponed when this many emails of its key are already waiting. */
const MAX_WAITING = 50;

const NO_ROOM = { reason: 'sending_memory', message: 'the memory for large emails of this API key is in use' };

/** Opens the large lane of one worker. */
export function openLargeLane({
  aside,
  memory,
  send,
  logger,
}: {
  readonly aside: AsideKeeper;
  readonly memory: FairLimiter;
  /** Begins an attempt and sends the email with the acquired memory. Rejects when the attempt could not be begun. */
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
        // From here on, the lease of the attempt protects the email.
        letGo();
        await send(email, share);
      }
    } finally {
      letGo();
      share?.release();
    }
  };

  return openLane({ work, failure: 'could not process a large email', logger });
}

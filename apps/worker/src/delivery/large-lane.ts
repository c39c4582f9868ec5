/** The lane for large emails: they wait for memory without a place, and are sent beside the places. */
import type { FairLimiter, Logger, Share } from '@sendoff/config';
import type { SetAside } from '@sendoff/db';
import { OPERATOR, type AsideKeeper } from './aside-keeper.ts';
import type { Lane } from './fetch-lane.ts';
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
  const closing = new AbortController();
  const underWay = new Set<Promise<void>>();

  const waitForMemory = async ({ apiKeyId, bytes }: SetAside): Promise<Share | null> => {
    const key = apiKeyId ?? OPERATOR;
    if (memory.waiting(key) >= MAX_WAITING) return null;
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(MEMORY_WAIT_TIMEOUT_MS)]);
    return memory.acquire(key, { amount: memoryForBytes(bytes), signal }).catch(() => null);
  };
  const work = async (email: SetAside): Promise<void> => {
    let letGo: (() => void) | undefined = aside.keep(email);
    const share = await waitForMemory(email);
    try {
      if (share === null && closing.signal.aborted) await aside.return(email, { enqueue: true });
      else if (share === null) await aside.postpone(email, NO_ROOM);
      else {
        letGo();
        letGo = undefined;
        await send(email, share);
      }
    } finally {
      letGo?.();
      share?.release();
    }
  };

  return {
    take: (email) => {
      const working = work(email)
        .catch((error: unknown) => logger.error({ err: error, emailId: email.emailId }, 'a large email could not be worked on'))
        .finally(() => underWay.delete(working));
      underWay.add(working);
    },
    close: async () => {
      closing.abort();
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

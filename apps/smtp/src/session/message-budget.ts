import { setImmediate } from 'node:timers/promises';
import { openFairBudget, openFairLimiter } from '@sendoff/runtime';

/** Bytes up to which a message is small: those have a reserve that large ones cannot touch. As with bodies of the API. */
const SMALL_MESSAGE = 64 * 1024;
/** The part of all bytes that is kept for small messages. */
const RESERVE = 1 / 8;

/**
 * Chunks of large messages that are read in a round of the event loop, two of them of one key: what another client says is
 * heard in the next round, and a dialogue has eight of them.
 */
const CHUNKS_AT_ONCE = 3;

/** What one message is charged. */
export interface MessageCharge {
  /** @returns false when there is no room for so many more bytes. */
  readonly take: (bytes: number) => boolean;
  /** Waits until so many bytes more may be read. Keys take turns; a small message does not wait. */
  readonly turn: (bytes: number) => Promise<void>;
  /** Gives back all that was taken. */
  readonly release: () => void;
}

/** The memory that messages take, shared by API key. */
export interface MessageBudget {
  readonly openCharge: (key: string) => MessageCharge;
}

/**
 * Opens a budget of so many bytes. Nobody knows how large a message becomes (RFC 1870 leaves it to the client to say so), so
 * each begins as a small one and moves over to the large ones when it has become one.
 */
export function openMessageBudget(total: number): MessageBudget {
  const reserve = Math.floor(total * RESERVE);
  const small = openFairBudget(reserve, { resource: 'small_smtp_bytes' });
  const large = openFairBudget(total - reserve, { resource: 'smtp_bytes' });
  const chunks = openFairLimiter({ resource: 'smtp_chunks', total: CHUNKS_AT_ONCE });
  return {
    openCharge: (key) => {
      let budget = small;
      let taken = 0;
      const release = (): void => {
        if (taken > 0) budget.giveBack(key, taken);
        taken = 0;
      };
      const move = (bytes: number): boolean => {
        if (!large.take(key, taken + bytes)) return false;
        const before = taken;
        release();
        [budget, taken] = [large, before + bytes];
        return true;
      };
      const take = (bytes: number): boolean => {
        if (budget === small && taken + bytes > SMALL_MESSAGE) return move(bytes);
        if (budget.take(key, bytes)) taken += bytes;
        else return budget === small && move(bytes);
        return true;
      };
      let read = 0;
      const turn = async (bytes: number): Promise<void> => {
        read += bytes;
        if (read <= SMALL_MESSAGE) return;
        const share = await chunks.acquire(key);
        await setImmediate();
        share.release();
      };
      return { take, turn, release };
    },
  };
}

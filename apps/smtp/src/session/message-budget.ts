import { setImmediate } from 'node:timers/promises';
import { openFairBudget, openFairLimiter } from '@sendoff/runtime';

/** Messages up to this many bytes are small and have a reserve that large ones cannot use, as request bodies of the API do. */
const SMALL_MESSAGE = 64 * 1024;
/** The share of the budget that is reserved for small messages. */
const RESERVE = 1 / 8;

/**
 * Chunks of large messages that are read per round of the event loop, at most two of them for one key. Commands of other clients
 * are answered in the next round, and a dialogue takes eight rounds.
 */
const CHUNKS_AT_ONCE = 3;

/** The memory that one message has taken from the budget. */
export interface MessageCharge {
  /** Takes memory from the budget. @returns false when there is no room for this many bytes. */
  readonly take: (bytes: number) => boolean;
  /** Waits until this many more bytes may be read, fairly by API key; small messages do not wait. */
  readonly turn: (bytes: number) => Promise<void>;
  /** Returns all memory of this message to the budget. */
  readonly release: () => void;
}

/** The memory budget of incoming messages, shared fairly by API key. */
export interface MessageBudget {
  readonly openCharge: (key: string) => MessageCharge;
}

/**
 * Opens a budget of `total` bytes. The size of a message is unknown until its end (the SIZE of RFC 1870 is optional), so each
 * starts as small, and moves to the large budget when it outgrows that.
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

import { openFairBudget } from '@sendoff/config';

/** Bytes up to which a message is small: those have a reserve that large ones cannot touch. As with bodies of the API. */
const SMALL_MESSAGE = 64 * 1024;
/** The part of all bytes that is kept for small messages. */
const RESERVE = 1 / 8;

/** What one message is charged. */
export interface MessageCharge {
  /** @returns false when there is no room for so many more bytes. */
  readonly take: (bytes: number) => boolean;
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
      return { take, release };
    },
  };
}

/** An amount of something scarce, such as bytes in memory, that several keys share. */
export interface FairBudget {
  /** Takes so much for a key. @returns false when that would be more than the share of the key, or than there is. */
  readonly take: (key: string, amount: number) => boolean;
  /** Gives back what was taken for a key. */
  readonly giveBack: (key: string, amount: number) => void;
}

/**
 * What a key may hold, as a multiple of what is free. So one key alone gets two thirds of the budget, two that want all of
 * it two fifths each, and n keys leave 1/(1 + 2n) free: one that comes later always finds something.
 */
const SHARE_OF_FREE = 2;

/**
 * Opens a budget of `total`. The share of each key follows from what is free (dynamic thresholds: Choudhury and Hahne,
 * "Dynamic queue length thresholds for shared-memory packet switches", IEEE/ACM Transactions on Networking, 1998): nobody
 * has to know how many keys there are, and no part of the budget lies idle for keys that do not come.
 */
export function openFairBudget(total: number): FairBudget {
  const held = new Map<string, number>();
  let free = total;
  return {
    take: (key, amount) => {
      const wanted = (held.get(key) ?? 0) + amount;
      if (wanted > SHARE_OF_FREE * (free - amount)) return false;
      held.set(key, wanted);
      free -= amount;
      return true;
    },
    giveBack: (key, amount) => {
      const left = (held.get(key) ?? 0) - amount;
      if (left < 0) throw new RangeError('More was given back than was taken');
      // Nothing is kept of a key that holds nothing: there may be any number of them.
      if (left === 0) held.delete(key);
      else held.set(key, left);
      free += amount;
    },
  };
}

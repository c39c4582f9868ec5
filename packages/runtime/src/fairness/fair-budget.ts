import { weightOf } from './key-weights.ts';
import { watchShares } from './shared-resources.ts';

/** An amount of something scarce, such as bytes in memory, that several keys share. */
export interface FairBudget {
  /** Takes an amount for a key. @returns false when it would exceed the share of the key, or what is free. */
  readonly take: (key: string, amount: number) => boolean;
  /** Gives back what was taken for a key. @throws {RangeError} for more than the key holds. */
  readonly giveBack: (key: string, amount: number) => void;
  /** What is not taken. */
  readonly free: () => number;
}

/** How a budget is shared out. */
export interface FairBudgetOptions {
  /** The budget in metrics and in docs/fairness.md; a budget without a name is in no metric. */
  readonly resource?: string;
  /** What a key of weight 1 may hold, as a multiple of what stays free; 2 where nothing is said. */
  readonly shareOfFree?: number;
}

/** One key alone gets two thirds of the budget, two keys that want all of it two fifths each, and n keys leave 1/(1 + 2n) free, all of weight 1. */
const SHARE_OF_FREE = 2;

/**
 * Opens a budget of `total`. The share of each key follows from what is free (dynamic thresholds: Choudhury and Hahne,
 * "Dynamic queue length thresholds for shared-memory packet switches", IEEE/ACM Transactions on Networking, 1998): the budget
 * need not know how many keys there are, a key that comes later always finds something, and no part lies idle for keys that
 * do not come. A key of weight n may hold n times as much of what is free, so its share is n times that of a key of weight 1.
 */
export function openFairBudget(total: number, { resource, shareOfFree = SHARE_OF_FREE }: FairBudgetOptions = {}): FairBudget {
  const held = new Map<string, number>();
  let free = total;
  if (resource !== undefined) {
    watchShares(resource, () => [...held].map(([key, amount]) => ({ key, held: amount, waiting: 0 })));
  }
  return {
    take: (key, amount) => {
      const wanted = (held.get(key) ?? 0) + amount;
      if (wanted > shareOfFree * weightOf(key) * (free - amount)) return false;
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
    free: () => free,
  };
}

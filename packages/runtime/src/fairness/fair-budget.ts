import { weightOf } from './key-weights.ts';
import { watchShares } from './shared-resources.ts';

/** A limited resource, such as bytes of memory, shared between keys. */
export interface FairBudget {
  /** Takes an amount for a key. @returns false when it would exceed the key's share or the free amount. */
  readonly take: (key: string, amount: number) => boolean;
  /** Returns an amount of a key. @throws {RangeError} for more than the key holds. */
  readonly giveBack: (key: string, amount: number) => void;
  /** The free amount. */
  readonly free: () => number;
}

/** Options of a budget. */
export interface FairBudgetOptions {
  /** Its name in metrics and in docs/fairness.md; a budget without a name has no metrics. */
  readonly resource?: string;
  /** What a key of weight 1 may hold, as a multiple of the remaining free amount; 2 by default. */
  readonly shareOfFree?: number;
}

/** With weight 1, a single key gets two thirds of the budget, two keys up to two fifths each, and n keys leave 1/(1 + 2n) free. */
const SHARE_OF_FREE = 2;

/**
 * Opens a budget of `total`. The share of each key depends on the free amount (dynamic thresholds: Choudhury and Hahne,
 * "Dynamic queue length thresholds for shared-memory packet switches", IEEE/ACM Transactions on Networking, 1998). So the
 * number of keys need not be known, a later key always gets something, and nothing is reserved for absent keys. The share of a
 * key of weight n is n times that of a key of weight 1.
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
      // Keys without a holding are removed, because their number is unbounded.
      if (left === 0) held.delete(key);
      else held.set(key, left);
      free += amount;
    },
    free: () => free,
  };
}

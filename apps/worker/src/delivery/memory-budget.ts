/** Keeps what is loaded for sending at the same time within the memory of the worker. */

/** A part of the budget that somebody has. */
export interface MemoryShare {
  /** Gives back all but so many octets; more than it has is not taken. */
  shrinkTo(octets: number): void;
  /** Gives back what is left of it. */
  release(): void;
}

/** Octets that those who load something share. */
export interface MemoryBudget {
  /** Waits, first in first out, until so many octets are free. What is larger than the budget gets it when nobody else has any. */
  take(octets: number): Promise<MemoryShare>;
}

/** Opens a budget of `total` octets; what needs no more than `free` takes no part, and never waits. */
export function openMemoryBudget({ total, free }: { readonly total: number; readonly free: number }): MemoryBudget {
  const waiting: { readonly octets: number; readonly begin: (share: MemoryShare) => void }[] = [];
  let taken = 0;

  const share = (octets: number): MemoryShare => {
    let left = octets;
    taken += left;
    const shrinkTo = (wanted: number): void => {
      const kept = Math.min(left, wanted);
      taken -= left - kept;
      left = kept;
      beginNext();
    };
    return { shrinkTo, release: () => shrinkTo(0) };
  };
  // Only ever the first: a large one that waits is not to be overtaken again and again by small ones.
  const beginNext = (): void => {
    for (let [first] = waiting; first !== undefined && fits(first.octets); [first] = waiting) {
      waiting.shift();
      first.begin(share(first.octets));
    }
  };
  const fits = (octets: number): boolean => taken === 0 || taken + octets <= total;

  return {
    take: async (octets) => {
      if (octets <= free) return NOTHING;
      return new Promise((begin) => {
        waiting.push({ octets, begin });
        beginNext();
      });
    },
  };
}

const NOTHING: MemoryShare = { shrinkTo: () => undefined, release: () => undefined };

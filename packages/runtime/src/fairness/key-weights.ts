/** The weights of API keys in this process: how many times as large the shares of a key are as those of a key of weight 1. */

let weights: ReadonlyMap<string, number> = new Map();

/** The weight of a key. 1 for a key that has none of its own, and for what else a resource is shared by, such as addresses. */
export const weightOf = (key: string): number => weights.get(key) ?? 1;

/** Replaces all weights, by the ids of the keys. A key that is not among them has the weight 1. */
export function setKeyWeights(all: ReadonlyMap<string, number>): void {
  weights = all;
}

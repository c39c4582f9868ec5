/** The weights of API keys in this process: factors by which a key's shares exceed those of a key of weight 1. */

let weights: ReadonlyMap<string, number> = new Map();

/** The weight of a key; 1 by default, and for anything else that shares a resource, such as addresses. */
export const weightOf = (key: string): number => weights.get(key) ?? 1;

/** Replaces all weights, by key id. Missing keys have the weight 1. */
export function setKeyWeights(all: ReadonlyMap<string, number>): void {
  weights = all;
}

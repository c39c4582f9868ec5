/** The ratio of two rates in each round; the two were measured one after the other. */
export const ratios = (values: readonly number[], floors: readonly number[]): number[] =>
  values.map((value, round) => value / (floors[round] ?? Number.NaN));

/** Round by round how many times as fast one was as the other; they were measured one right after the other. */
export const ratios = (values: readonly number[], floors: readonly number[]): number[] =>
  values.map((value, round) => value / (floors[round] ?? Number.NaN));

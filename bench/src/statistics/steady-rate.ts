/** The share of a run that counts as warm-up, in which V8 still compiles the program. */
export const WARM_UP = 0.2;

/**
 * The rate per second after the warm-up.
 *
 * @param marks when the first item and every `perMark`th one after it were done, in milliseconds
 */
export function steadyRate(marks: readonly number[], perMark: number): number {
  const first = Math.floor(marks.length * WARM_UP);
  const began = marks[first];
  const ended = marks.at(-1);
  if (began === undefined || ended === undefined || marks.length - first < 2) return Number.NaN;
  return ((marks.length - 1 - first) * perMark * 1000) / (ended - began);
}

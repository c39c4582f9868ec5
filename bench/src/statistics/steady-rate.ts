/** The first part of a run, in which programs are still being compiled, is left out. */
export const WARM_UP = 0.2;

/**
 * How many a second, once warmed up.
 *
 * @param marks when the first, and every `perMark`th one after it, was done, in milliseconds.
 */
export function steadyRate(marks: readonly number[], perMark: number): number {
  const first = Math.floor(marks.length * WARM_UP);
  const began = marks[first];
  const ended = marks.at(-1);
  if (began === undefined || ended === undefined || marks.length - first < 2) return Number.NaN;
  return ((marks.length - 1 - first) * perMark * 1000) / (ended - began);
}

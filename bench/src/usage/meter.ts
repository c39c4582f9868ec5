/** Measures the CPU time of several processes over an interval. */
import { readCpuSeconds } from './read-usage.ts';

/** Process ids by the names used in the report. */
export type Metered = Readonly<Record<string, number>>;

/** Starts measuring. The returned function returns the seconds used by each process since. */
export function meterCpu(pids: Metered): () => Record<string, number> {
  const before = read(pids);
  return () => {
    const after = read(pids);
    return Object.fromEntries(Object.keys(pids).map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)]));
  };
}

const read = (pids: Metered): Record<string, number> =>
  Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, readCpuSeconds(pid)]));

/** Microseconds per email from the seconds of each process, and in total for those that store or send it. */
export function perEmail(seconds: Readonly<Record<string, number>>, emails: number): Record<string, number> {
  const each = Object.entries(seconds).map(([name, value]) => [name, (value * 1e6) / emails] as const);
  const all = each.reduce((sum, [name, value]) => sum + (OUTSIDE.has(name) ? 0 : value), 0);
  return { ...Object.fromEntries(each), together: all };
}

/** Processes that only measure. */
const OUTSIDE = new Set(['load', 'sink']);

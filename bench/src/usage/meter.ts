/** The CPU time of several processes over a stretch of time. */
import { readCpuSeconds } from './read-usage.ts';

/** Processes by the names under which they are reported. */
export type Metered = Readonly<Record<string, number>>;

/** Starts counting; the function that comes back says how many seconds each process has used since. */
export function meterCpu(pids: Metered): () => Record<string, number> {
  const before = read(pids);
  return () => {
    const after = read(pids);
    return Object.fromEntries(Object.keys(pids).map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)]));
  };
}

const read = (pids: Metered): Record<string, number> =>
  Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, readCpuSeconds(pid)]));

/** Microseconds for one email, from the seconds of each process, and of all that keep or send it together. */
export function perEmail(seconds: Readonly<Record<string, number>>, emails: number): Record<string, number> {
  const each = Object.entries(seconds).map(([name, value]) => [name, (value * 1e6) / emails] as const);
  const all = each.reduce((sum, [name, value]) => sum + (OUTSIDE.has(name) ? 0 : value), 0);
  return { ...Object.fromEntries(each), together: all };
}

/** What only measures. */
const OUTSIDE = new Set(['load', 'sink']);

/** Measures the peak resident memory of a process with Linux's /proc (proc(5)). */
import { writeFileSync } from 'node:fs';
import { readPeakMemory } from '@sendoff/bench/usage';

const MEGABYTE = 1024 * 1024;
/** The value for clear_refs that resets the peak. */
const RESET_PEAK = '5';

/** Resets the peak. The returned function returns the peak since then, in megabytes. */
export function watchMemory(pid: number): () => number {
  writeFileSync(`/proc/${String(pid)}/clear_refs`, RESET_PEAK);
  return () => Math.round(readPeakMemory(pid) / MEGABYTE);
}

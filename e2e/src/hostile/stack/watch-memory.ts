/** The most memory that programs have resident while something happens, from Linux's /proc (proc(5)). */
import { writeFileSync } from 'node:fs';
import { readPeakMemory } from '@sendoff/bench/usage';

const MEGABYTE = 1024 * 1024;
/** Sets the peak to what is resident now. */
const RESET_PEAK = '5';

/** Begins; the function that comes back says the peak since, in megabytes. */
export function watchMemory(pid: number): () => number {
  writeFileSync(`/proc/${String(pid)}/clear_refs`, RESET_PEAK);
  return () => Math.round(readPeakMemory(pid) / MEGABYTE);
}

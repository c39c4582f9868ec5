import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const WINDOW_MS = 500;
/** The share of the processors that is free on a quiet machine. */
export const QUIET = 0.5;
const LIMIT_MS = 20_000;

/**
 * Resolves when half of the machine's processors were free for half a second, or after twenty seconds.
 *
 * @returns the share that was free at last, from 0 to 1.
 */
export async function waitForQuietMachine(): Promise<number> {
  const deadline = performance.now() + LIMIT_MS;
  for (;;) {
    const before = readTimes();
    await sleep(WINDOW_MS);
    const after = readTimes();
    const free = (after.idle - before.idle) / Math.max(1, after.total - before.total);
    if (free >= QUIET || performance.now() > deadline) return free;
  }
}

function readTimes(): { readonly idle: number; readonly total: number } {
  const times = cpus().map((cpu) => cpu.times);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return { idle: sum(times.map(({ idle }) => idle)), total: sum(times.flatMap((each) => Object.values(each))) };
}

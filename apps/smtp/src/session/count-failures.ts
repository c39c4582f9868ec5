/** Counts wrong API keys per address, in the memory of each process, as the HTTP API does. */
import type { Rate } from '@sendoff/config';

/** Addresses that are counted at once; the least recently seen is dropped first. */
const MAX_COUNTED = 10_000;

/** Counts a failure of an address. @returns whether it exceeds the limit. */
export type CountFailure = (address: string) => boolean;

/**
 * Counts the failures of each address in a window that starts with its first failure.
 *
 * @param now returns milliseconds from any fixed point.
 */
export function countFailures({ count: most, periodMs }: Rate, now: () => number): CountFailure {
  const windows = new Map<string, { failures: number; readonly until: number }>();
  const current = (address: string) => {
    const window = windows.get(address);
    return window !== undefined && now() < window.until ? window : undefined;
  };
  return (address) => {
    const window = current(address) ?? { failures: 0, until: now() + periodMs };
    window.failures += 1;
    windows.delete(address);
    windows.set(address, window);
    const [oldest] = windows.keys();
    if (windows.size > MAX_COUNTED && oldest !== undefined) windows.delete(oldest);
    return window.failures > most;
  };
}

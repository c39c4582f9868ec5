import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 25;

/**
 * Asks again and again until `probe` returns something other than `undefined` or `false`.
 *
 * @param what is waited for, for the error.
 * @param limitMs milliseconds; well below the time limit of a test, so that a test fails by this error and not by its limit.
 * @throws {Error} after the limit. What `probe` throws ends the wait at once.
 */
export async function waitUntil<Found>(
  what: string,
  limitMs: number,
  probe: () => Promise<Found | undefined | false> | Found | undefined | false,
): Promise<Found> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`Waited ${String(limitMs / 1000)} s in vain for: ${what}`);
    await sleep(POLL_MS);
  }
}

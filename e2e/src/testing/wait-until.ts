import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 25;

/**
 * Polls until `probe` returns something other than `undefined` or `false`.
 *
 * @param what the awaited condition, for the error message
 * @param limitMs milliseconds; much less than the timeout of a test, so that a test fails with this error
 * @throws {Error} after the limit; an error thrown by `probe` ends the wait at once
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

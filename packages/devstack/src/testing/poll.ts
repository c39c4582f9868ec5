/** Waits for a condition that has no event. */
import { setTimeout as sleep } from 'node:timers/promises';

const PERIOD_MS = 20;

/**
 * Resolves when `holds` returns true, checked repeatedly.
 *
 * @throws {Error} with `what` when it is not true within `timeoutMs`.
 */
export async function poll(what: string, holds: () => boolean | Promise<boolean>, timeoutMs = 10_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Timed out after ${String(timeoutMs)} ms: ${what}.`);
    await sleep(PERIOD_MS);
  }
}

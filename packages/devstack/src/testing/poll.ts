/** Waiting for something that cannot be awaited. */
import { setTimeout as sleep } from 'node:timers/promises';

const PERIOD_MS = 20;

/**
 * Resolves when `holds` returns true, looking again and again.
 *
 * @throws {Error} naming what did not come true within `timeoutMs`.
 */
export async function poll(what: string, holds: () => boolean | Promise<boolean>, timeoutMs = 10_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Not within ${String(timeoutMs)} ms: ${what}.`);
    await sleep(PERIOD_MS);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 25;

/**
 * Resolves when `holds` does, looking again and again.
 *
 * @throws {Error} naming what did not come true within `limitMs`.
 */
export async function waitUntil(
  what: string,
  limitMs: number,
  holds: () => boolean | Promise<boolean>,
  pollMs = POLL_MS,
): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Not within ${String(limitMs)} ms: ${what}.`);
    await sleep(pollMs);
  }
}

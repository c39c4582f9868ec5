/** Waits until a program is ready. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Supervised } from './supervise.ts';

const POLL_MS = 40;
const ANSWER_TIMEOUT_MS = 5000;

/**
 * Resolves when `GET url` answers 200.
 *
 * @throws {Error} with the last lines of the program when it ends before, or is not ready within `timeoutMs`.
 */
export async function awaitReady(program: Supervised, url: string, timeoutMs: number): Promise<void> {
  const end: { how?: string } = {};
  void program.firstEnd.then((how) => (end.how = how));
  const deadline = performance.now() + timeoutMs;
  let answer = 'no answer';

  while (performance.now() < deadline) {
    answer = await ask(url);
    if (answer === '200') return;
    if (end.how !== undefined)
      throw new Error(`${program.name} ended ${end.how}. Its last lines:\n${indent(program.lastLines())}`);
    await sleep(POLL_MS);
  }
  throw new Error(
    `${program.name} is not ready after ${String(timeoutMs / 1000)} s (${url}: ${answer}). Its last lines:\n${indent(program.lastLines())}`,
  );
}

/** The status code of `GET url` as text, or `no answer`. */
export async function ask(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
    await response.body?.cancel();
    return String(response.status);
  } catch {
    return 'no answer';
  }
}

const indent = (lines: string): string => lines.replaceAll(/^/gm, '  ');

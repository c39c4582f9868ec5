import { setTimeout as sleep } from 'node:timers/promises';
import type { Count, RunningAttack } from '../attack.ts';

/** Milliseconds before a lane continues after a failure, so that failures do not become a busy loop. */
const PAUSE_MS = 50;

/**
 * Runs a step repeatedly in this many lanes, each without a pause.
 *
 * @param step receives a number that is unique in this attack; errors that it throws are counted
 */
export function runLanes(lanes: number, count: Count, step: (nth: number, signal: AbortSignal) => Promise<void>): RunningAttack {
  const stopping = new AbortController();
  const isOver = (): boolean => stopping.signal.aborted;
  let steps = 0;
  const lane = async (): Promise<void> => {
    while (!isOver()) {
      try {
        steps += 1;
        count('begun');
        await step(steps, stopping.signal);
      } catch (error) {
        if (isOver()) return;
        count(nameOf(error));
        await sleep(PAUSE_MS);
      }
    }
  };
  const done = Promise.all(Array.from({ length: lanes }, lane));
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

/** Runs a step this many times per second, without waiting for the previous one. */
export function runTimed(
  perSecond: number,
  count: Count,
  step: (nth: number, signal: AbortSignal) => Promise<void>,
): RunningAttack {
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let steps = 0;
  const timer = setInterval(() => {
    steps += 1;
    count('begun');
    const running = step(steps, stopping.signal)
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) count(nameOf(error));
      })
      .finally(() => underWay.delete(running));
    underWay.add(running);
  }, 1000 / perSecond);
  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await Promise.all(underWay);
    },
  };
}

/** Combines several attacks into one. */
export const together = (...attacks: readonly RunningAttack[]): RunningAttack => ({
  stop: async () => {
    await Promise.all(attacks.map(({ stop }) => stop()));
  },
});

/** The code of a Node.js error, otherwise its name. */
export const nameOf = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : String(error);

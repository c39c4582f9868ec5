import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createLogger } from '@sendoff/runtime';
import { watchQueue, type QueueWatch } from './watch-queue.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
let watch: QueueWatch | undefined;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  watch?.stop();
  jest.useRealTimers();
});

/** A queue with scripted answers, and a clock that the test sets. */
function watchScripted() {
  let time = 0;
  let answer: (error?: Error) => void = () => undefined;
  const asked: (() => void)[] = [];
  const ping = (): Promise<void> =>
    new Promise((resolve, reject) => {
      answer = (error) => (error === undefined ? resolve() : reject(error));
      asked.shift()?.();
    });
  const begun = watchQueue({ queue: { engine: 'redis', ping }, logger, now: () => time });
  watch = begun;
  return {
    isUsable: () => begun.isUsable(),
    /** Answers the current ping, and waits for the next one. */
    answer: async (atMs: number, error?: Error) => {
      time = atMs;
      const next = new Promise<void>((resolve) => asked.push(resolve));
      answer(error);
      await jest.advanceTimersByTimeAsync(3000);
      await next;
    },
    at: (ms: number) => {
      time = ms;
    },
  };
}

const refused = new Error('READONLY');

test('a queue is usable until a write fails', async () => {
  const { answer, isUsable } = watchScripted();
  expect(isUsable()).toBe(true);
  await answer(1000);
  expect(isUsable()).toBe(true);
  await answer(2000, refused);
  expect(isUsable()).toBe(false);
});

test('a queue is usable again after writes have succeeded for five seconds', async () => {
  const { answer, at, isUsable } = watchScripted();
  await answer(1000, refused);
  await answer(3000);
  expect(isUsable()).toBe(false);
  await answer(5000, refused);
  await answer(7000);
  at(9900);
  expect(isUsable()).toBe(false);
  at(10_100);
  expect(isUsable()).toBe(true);
});

import { afterEach, expect, jest, test } from '@jest/globals';
import { createReleasers, exitOnSignal } from './lifecycle.ts';
import { createLogger } from './logger.ts';

const logger = createLogger({ name: 'test', level: 'fatal', format: 'json' });
const exit = jest.spyOn(process, 'exit').mockImplementation((() => undefined) as unknown as typeof process.exit);

afterEach(() => {
  process.removeAllListeners('SIGTERM').removeAllListeners('SIGINT');
  exit.mockClear();
});

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('a signal during the start waits for it, and then releases everything', async () => {
  const done: string[] = [];
  const releasers = createReleasers(logger);
  const { promise: starting, resolve: start } = withResolvers<typeof releasers>();
  exitOnSignal(starting, 60_000, logger);
  process.emit('SIGTERM', 'SIGTERM');
  await settle();
  expect(exit).not.toHaveBeenCalled();

  releasers.push('first', () => done.push('first'));
  releasers.push('second', () => done.push('second'));
  start(releasers);
  await settle();
  expect(done).toEqual(['second', 'first']);
  expect(exit.mock.calls).toEqual([[0]]);
});

test('a start that fails after a signal is left to the caller', async () => {
  exitOnSignal(Promise.reject(new Error('no port')), 60_000, logger);
  process.emit('SIGTERM', 'SIGTERM');
  await settle();
  expect(exit).not.toHaveBeenCalled();
});

function withResolvers<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settled) => {
    resolve = settled;
  });
  return { promise, resolve };
}

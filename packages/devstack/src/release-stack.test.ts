import { expect, test } from '@jest/globals';
import { ReleaseStack } from './release-stack.ts';

const note = (list: string[], what: string) => (): Promise<void> => {
  list.push(what);
  return Promise.resolve();
};

test('a failed release does not prevent the others, and is reported', async () => {
  const released: string[] = [];
  const stack = new ReleaseStack();
  stack.push(note(released, 'first'));
  stack.push(() => Promise.reject(new Error('stuck')));
  stack.push(note(released, 'last'));
  await expect(stack.release()).rejects.toMatchObject({ errors: [new Error('stuck')] });
  expect(released).toEqual(['last', 'first']);
});

test('a resource that is still starting is released once it has started', async () => {
  const stack = new ReleaseStack();
  let started = (_thing: string): void => undefined;
  const released: string[] = [];
  const starting = stack.acquire(new Promise<string>((resolve) => (started = resolve)), (thing) => note(released, thing)());
  const releasing = stack.release();
  started('database');
  await releasing;
  expect(released).toEqual(['database']);
  await expect(starting).resolves.toBe('database');
});

test('a resource that failed to start is not released', async () => {
  const stack = new ReleaseStack();
  const failing = stack.acquire(Promise.reject(new Error('no')), () => Promise.reject(new Error('released nothing')));
  await expect(failing).rejects.toThrow('no');
  await expect(stack.release()).resolves.toBeUndefined();
});

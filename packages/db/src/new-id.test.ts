import { expect, test } from '@jest/globals';
import { validate, version } from 'uuid';
import { firstIdAt, newId, timeOfId } from './new-id.ts';

test('ids are unique UUIDv7 and sort in the order of their creation', () => {
  const before = Date.now();
  const ids = Array.from({ length: 5000 }, newId);
  const after = Date.now();
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  expect(timeOfId(ids[0] ?? '').getTime()).toBeGreaterThanOrEqual(before);
  expect(timeOfId(ids.at(-1) ?? '').getTime()).toBeLessThanOrEqual(after);
});

test('the random part differs between ids', () => {
  const tails = Array.from({ length: 1000 }, () => newId().slice(24));
  expect(new Set(tails).size).toBe(tails.length);
});

test('the smallest id of a time sorts before ids created at that time', () => {
  const id = newId();
  expect(firstIdAt(timeOfId(id)) <= id).toBe(true);
  expect(firstIdAt(new Date(timeOfId(id).getTime() + 1)) > id).toBe(true);
});

import { expect, test } from '@jest/globals';
import { rememberTrouble } from './relay-order.ts';

test('a relay in trouble comes last for 30 seconds, and is never left out', () => {
  let now = 1_000_000;
  const order = rememberTrouble(['a', 'b', 'c'], () => now);
  expect(order.inOrder()).toEqual(['a', 'b', 'c']);
  order.noteTrouble('a');
  expect(order.inOrder()).toEqual(['b', 'c', 'a']);
  order.noteTrouble('b');
  order.noteTrouble('c');
  expect(order.inOrder()).toEqual(['a', 'b', 'c']);
  now += 29_999;
  expect(order.inOrder()).toEqual(['a', 'b', 'c']);
  order.noteTrouble('a');
  now += 1;
  expect(order.inOrder()).toEqual(['b', 'c', 'a']);
});

test('an answer ends the trouble', () => {
  const order = rememberTrouble(['a', 'b'], () => 0);
  order.noteTrouble('a');
  order.noteHealth('a');
  expect(order.inOrder()).toEqual(['a', 'b']);
});

import { afterEach, expect, test } from '@jest/globals';
import { setKeyWeights } from '@sendoff/runtime';
import { openQueuePriority } from './queue-priority.ts';

afterEach(() => setKeyWeights(new Map()));

/** The priorities of this many emails of a key. */
const prioritiesOf = (priorityOf: (key: string) => number, key: string, count: number): number[] =>
  Array.from({ length: count }, () => priorityOf(key));

test('the first 200 emails of a key have the highest priority, and each further thousand one step less', () => {
  const priorities = prioritiesOf(
    openQueuePriority(() => 0),
    'a',
    2201,
  );
  expect(priorities.slice(0, 200).every((priority) => priority === 0)).toBe(true);
  expect(priorities.slice(200, 1200).every((priority) => priority === 1)).toBe(true);
  expect(priorities.slice(1200, 2200).every((priority) => priority === 2)).toBe(true);
  expect(priorities[2200]).toBe(3);
});

test('a key that sent little has priority over one that sent much', () => {
  const priorityOf = openQueuePriority(() => 0);
  prioritiesOf(priorityOf, 'much', 50_000);
  expect(priorityOf('little')).toBe(0);
  expect(priorityOf('much')).toBe(50);
});

test('a key that sends a hundred emails per second keeps the highest priority', () => {
  let time = 0;
  const priorityOf = openQueuePriority(() => time);
  prioritiesOf(priorityOf, 'a', 200);
  for (let n = 0; n < 5000; n += 1) {
    time += 10;
    expect(priorityOf('a')).toBe(0);
  }
});

test('an idle key regains the highest priority', () => {
  let time = 0;
  const priorityOf = openQueuePriority(() => time);
  prioritiesOf(priorityOf, 'a', 3000);
  time += 28_010;
  expect(priorityOf('a')).toBe(0);
});

test('no priority exceeds the range of the queue', () => {
  const priorityOf = openQueuePriority(() => 0);
  let last = 0;
  for (let n = 0; n < 1_100_000; n += 1) last = priorityOf('a');
  expect(last).toBe(1000);
});

test('a key of weight 3 has three times the burst and three times the step', () => {
  setKeyWeights(new Map([['heavy', 3]]));
  const priorityOf = openQueuePriority(() => 0);
  const priorities = prioritiesOf(priorityOf, 'heavy', 6601);
  expect(priorities.slice(0, 600).every((priority) => priority === 0)).toBe(true);
  expect(priorities.slice(600, 3600).every((priority) => priority === 1)).toBe(true);
  expect(priorities.slice(3600, 6600).every((priority) => priority === 2)).toBe(true);
  expect(priorities[6600]).toBe(3);
  expect(prioritiesOf(priorityOf, 'light', 201).at(-1)).toBe(1);
});

test('a key of weight 3 that sends three hundred emails per second keeps the highest priority', () => {
  setKeyWeights(new Map([['heavy', 3]]));
  let time = 0;
  const priorityOf = openQueuePriority(() => time);
  prioritiesOf(priorityOf, 'heavy', 600);
  for (let n = 0; n < 5000; n += 1) {
    time += 10;
    expect(prioritiesOf(priorityOf, 'heavy', 3)).toEqual([0, 0, 0]);
  }
});

test('a key whose weight is raised during a backlog catches up', () => {
  const priorityOf = openQueuePriority(() => 0);
  prioritiesOf(priorityOf, 'a', 9000);
  setKeyWeights(new Map([['a', 3]]));
  expect(priorityOf('a')).toBe(3);
});

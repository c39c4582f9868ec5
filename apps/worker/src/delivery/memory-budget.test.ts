import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { openMemoryBudget, type MemoryBudget, type MemoryShare } from './memory-budget.ts';

/** Takes so many octets, and notes the share once it is there. */
function taking(budget: MemoryBudget, octets: number) {
  const taken: { share: MemoryShare | null } = { share: null };
  void budget.take(octets).then((share) => (taken.share = share));
  return taken;
}

test('what does not fit beside the others waits until enough was given back', async () => {
  const budget = openMemoryBudget({ total: 100, free: 1 });
  const first = await budget.take(60);
  const second = taking(budget, 50);
  await turn();
  expect(second.share).toBeNull();
  first.shrinkTo(51);
  await turn();
  expect(second.share).toBeNull();
  first.shrinkTo(50);
  await turn();
  expect(second.share).not.toBeNull();
});

test('what is larger than all of it comes through alone, and is not overtaken while it waits', async () => {
  const budget = openMemoryBudget({ total: 100, free: 1 });
  const small = await budget.take(10);
  const large = taking(budget, 500);
  const later = taking(budget, 10);
  await turn();
  expect([large.share, later.share]).toEqual([null, null]);
  small.release();
  await turn();
  expect(large.share).not.toBeNull();
  expect(later.share).toBeNull();
  large.share?.release();
  await turn();
  expect(later.share).not.toBeNull();
});

test('what is small takes no part, and a share is given back once', async () => {
  const budget = openMemoryBudget({ total: 100, free: 10 });
  const first = await budget.take(60);
  const large = taking(budget, 100);
  (await budget.take(10)).release();
  await turn();
  expect(large.share).toBeNull();

  first.release();
  first.release();
  first.shrinkTo(60);
  await turn();
  expect(large.share).not.toBeNull();
  const next = taking(budget, 60);
  await turn();
  expect(next.share).toBeNull();
});

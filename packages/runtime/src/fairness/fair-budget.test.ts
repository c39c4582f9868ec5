import { afterEach, describe, expect, test } from '@jest/globals';
import { openFairBudget } from './fair-budget.ts';
import { setKeyWeights } from './key-weights.ts';

afterEach(() => setKeyWeights(new Map()));

/** Takes 1 at a time for a key until refused. @returns how many it got. */
function takeAll(budget: ReturnType<typeof openFairBudget>, key: string): number {
  let taken = 0;
  while (budget.take(key, 1)) taken += 1;
  return taken;
}

describe('a fair budget', () => {
  test('gives a single key two thirds', () => {
    expect(takeAll(openFairBudget(900), 'a')).toBe(600);
  });

  test('refuses one amount that is larger than the share', () => {
    const budget = openFairBudget(900);
    expect(budget.take('a', 601)).toBe(false);
    expect(budget.take('a', 600)).toBe(true);
  });

  test('leaves something for a key after ten keys took all they could', () => {
    const budget = openFairBudget(1_000_000);
    for (let n = 0; n < 10; n += 1) expect(takeAll(budget, `greedy ${String(n)}`)).toBeGreaterThan(0);
    expect(takeAll(budget, 'late')).toBeGreaterThan(0);
  });

  test('gives keys that take in turns equal shares', () => {
    const budget = openFairBudget(1000);
    const taken = { a: 0, b: 0 };
    for (let n = 0; n < 1000; n += 1) for (const key of ['a', 'b'] as const) if (budget.take(key, 1)) taken[key] += 1;
    expect(taken).toEqual({ a: 400, b: 400 });
  });

  test('gives a single key of weight 3 six sevenths', () => {
    setKeyWeights(new Map([['a', 3]]));
    expect(takeAll(openFairBudget(700), 'a')).toBe(600);
  });

  test('gives a key of weight 3 three times as much as a key of weight 1', () => {
    setKeyWeights(new Map([['heavy', 3]]));
    const budget = openFairBudget(900);
    const held = { heavy: 0, light: 0 };
    for (let n = 0; n < 2000; n += 1) {
      for (const key of ['light', 'heavy'] as const) {
        if (held[key] > 0) budget.giveBack(key, 1);
        held[key] = Math.max(0, held[key] - 1) + takeAll(budget, key);
      }
    }
    expect(held).toEqual({ heavy: 600, light: 200 });
  });

  test('applies a weight that changes while the key holds something', () => {
    const budget = openFairBudget(700);
    setKeyWeights(new Map([['a', 3]]));
    expect(takeAll(budget, 'a')).toBe(600);
    setKeyWeights(new Map());
    budget.giveBack('a', 100);
    expect(budget.take('a', 1)).toBe(false);
    budget.giveBack('a', 100);
    expect(takeAll(budget, 'a')).toBe(66);
  });

  test('lets a key take again what it returned', () => {
    const budget = openFairBudget(900);
    expect(budget.take('a', 600)).toBe(true);
    expect(budget.take('a', 1)).toBe(false);
    budget.giveBack('a', 600);
    expect(budget.take('a', 600)).toBe(true);
  });

  test('rejects returning what was never taken', () => {
    const budget = openFairBudget(900);
    budget.take('a', 1);
    expect(() => budget.giveBack('a', 2)).toThrow(RangeError);
    expect(() => budget.giveBack('b', 1)).toThrow(RangeError);
  });

  test('never exceeds its total, and is completely free in the end', () => {
    const budget = openFairBudget(1000);
    const taken: { key: string; amount: number }[] = [];
    for (let n = 0; n < 500; n += 1) {
      const [key, amount] = [`key ${String(n % 7)}`, ((n * 37) % 90) + 1];
      if (budget.take(key, amount)) taken.push({ key, amount });
    }
    expect(taken.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(1000);
    for (const { key, amount } of taken) budget.giveBack(key, amount);
    expect(budget.take('key 0', 666)).toBe(true);
  });
});

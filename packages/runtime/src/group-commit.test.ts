import { describe, expect, test } from '@jest/globals';
import { groupCommit, openTurns } from './group-commit.ts';

/** A run that the test ends, and that records its batches. */
function controlled() {
  const runs: number[][] = [];
  const ends: (() => void)[] = [];
  const run = async (items: readonly number[]): Promise<number[]> => {
    runs.push([...items]);
    await new Promise<void>((resolve) => ends.push(resolve));
    if (items.includes(13)) throw new Error('unlucky');
    return items.map((item) => item * 10);
  };
  return { runs, run, end: () => ends.shift()?.() };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('groupCommit', () => {
  test('processes an item at once when idle', async () => {
    const { run, runs, end } = controlled();
    const submit = groupCommit(run, { maxItems: 100 });
    const result = submit(1);
    await settle();
    expect(runs).toEqual([[1]]);
    end();
    expect(await result).toBe(10);
  });

  test('batches items that arrive during a run', async () => {
    const { run, runs, end } = controlled();
    const submit = groupCommit(run, { maxItems: 3 });
    const first = submit(1);
    await settle();
    const others = [2, 3, 4, 5].map(submit);
    await settle();
    end();
    await first;
    await settle();
    expect(runs).toEqual([[1], [2, 3, 4]]);
    end();
    await settle();
    expect(runs).toEqual([[1], [2, 3, 4], [5]]);
    end();
    expect(await Promise.all(others)).toEqual([20, 30, 40, 50]);
  });

  test('lets owners take turns, and keeps the order of each owner', async () => {
    const { run, runs, end } = controlled();
    const submit = groupCommit(run, { maxItems: 4, shareOf: (item) => String(item % 10) });
    void submit(1);
    await settle();
    for (const item of [11, 21, 31, 41, 2, 51, 12]) void submit(item);
    await settle();
    end();
    await settle();
    end();
    await settle();
    expect(runs).toEqual([[1], [11, 2, 21, 12], [31, 41, 51]]);
    end();
  });

  test('limits the count of a batch, except for a single larger item', async () => {
    const { run, runs, end } = controlled();
    const submit = groupCommit(run, { maxItems: 10, countOf: (item) => item });
    for (const item of [20, 1, 4, 5, 2]) void submit(item);
    await settle();
    end();
    await settle();
    end();
    await settle();
    expect(runs).toEqual([[20], [1, 4, 5], [2]]);
    end();
  });

  test('starts the next run before settling the callers of the last one', async () => {
    const { run, runs, end } = controlled();
    const submit = groupCommit(run, { maxItems: 100 });
    const runsByThen = submit(1).then(() => runs.length);
    await settle();
    void submit(2);
    await settle();
    end();
    expect(await runsByThen).toBe(2);
    end();
  });

  test('an error of one item reaches only its caller', async () => {
    const { run, end } = controlled();
    const submit = groupCommit(run, { maxItems: 10 });
    const results = Promise.allSettled([1, 13, 2].map(submit));
    for (let turn = 0; turn < 4; turn += 1) {
      await settle();
      end();
    }
    expect((await results).map((result) => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual([
      10,
      'failed',
      20,
    ]);
  });

  test('takes turns with other group commits, and skips those without items', async () => {
    const turns = openTurns();
    const { run, runs, end } = controlled();
    const submitter = () => groupCommit(run, { maxItems: 1, turns });
    const [one, other, idle] = [submitter(), submitter(), submitter()];
    const results = [one(1), one(2), other(3), one(4), other(5)];
    await settle();
    expect(runs).toEqual([[1]]);
    for (let turn = 0; turn < 5; turn += 1) {
      end();
      await settle();
    }
    expect(runs).toEqual([[1], [2], [3], [4], [5]]);
    expect(await Promise.all(results)).toEqual([10, 20, 30, 40, 50]);
    const late = idle(6);
    await settle();
    end();
    expect(await late).toBe(60);
  });
});

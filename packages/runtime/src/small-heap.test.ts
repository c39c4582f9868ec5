import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

/** Keeps a little of the much that it makes, as our programs do, and prints how large the space for new objects has become. */
const BUSY = `
  const kept = [];
  for (let n = 0; n < 6_000_000; n += 1) kept[n % 100_000] = { n, text: 'x' + n };
  const { getHeapSpaceStatistics } = await import('node:v8');
  process.stdout.write(String(getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size));
`;

const small = (options = ''): string => `const { settleHeap } = await import('./small-heap.ts'); settleHeap(${options}); ${BUSY}`;

interface Given {
  readonly args?: string[];
  readonly env?: NodeJS.ProcessEnv;
}

const newSpaceAfter = (source: string, given?: Given): number => Number(printed(source, given)) / 1024 / 1024;

/** What a program prints. */
function printed(source: string, { args: own = [], env = {} }: Given = {}): string {
  const args = [...own, '--import', 'tsx', '--input-type=module', '--eval', source];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    cwd: import.meta.dirname,
    env: { ...process.env, ...env },
  });
  // Here Node.js says which setting it does not know.
  expect(stderr).toBe('');
  return stdout;
}

test('a busy program gathers few new objects, and Node.js knows every setting', () => {
  expect(newSpaceAfter(BUSY)).toBeGreaterThan(8);
  expect(newSpaceAfter(small())).toBe(8);
  expect(newSpaceAfter(small('{ newSpace: 16 }'))).toBe(16);
});

/** Does nothing until V8 has made the space small, then works, with a pause now and then as programs have it. */
const QUIET = `
  const size = () => getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size / 1024 / 1024;
  const { getHeapSpaceStatistics } = await import('node:v8');
  const { setTimeout: sleep } = await import('node:timers/promises');
  const { settleHeap } = await import('./small-heap.ts');
  settleHeap();
  const begun = performance.now();
  while (size() > 4 && performance.now() - begun < 120_000) await sleep(50);
  const quiet = size();
  const kept = [];
  for (let n = 0, until = performance.now() + 3000; performance.now() < until; n += 1) {
    kept[n % 100_000] = { n, text: 'x' + n };
    if (n % 10_000 === 0) await sleep(1);
  }
  process.stdout.write(quiet + ' ' + size());
`;

test('a program that was quiet is as fast as before when it has work again', () => {
  const [quiet, busy] = printed(QUIET).split(' ').map(Number);
  expect(quiet).toBeLessThan(4);
  expect(busy).toBeGreaterThan(4);
  expect(busy).toBeLessThanOrEqual(8);
});

test.each([
  ['the command line', { args: ['--max-semi-space-size=16'] }],
  ['NODE_OPTIONS', { env: { NODE_OPTIONS: '--max-semi-space-size=16' } }],
])('a size that was given in %s holds', (_, given) => {
  expect(newSpaceAfter(small(), given)).toBeGreaterThan(8);
});

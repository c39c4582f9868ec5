import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

/** Keeps a little of the much that it makes, as our programs do, and prints how large the space for new objects has become. */
const BUSY = `
  const kept = [];
  for (let n = 0; n < 6_000_000; n += 1) kept[n % 100_000] = { n, text: 'x' + n };
  const { getHeapSpaceStatistics } = await import('node:v8');
  process.stdout.write(String(getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size));
`;

const SMALL = `const { settleHeap } = await import('./small-heap.ts'); settleHeap(); ${BUSY}`;

function newSpaceAfter(source: string, { args: own = [], env = {} }: { args?: string[]; env?: NodeJS.ProcessEnv } = {}): number {
  const args = [...own, '--import', 'tsx', '--input-type=module', '--eval', source];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    cwd: import.meta.dirname,
    env: { ...process.env, ...env },
  });
  // Here Node.js says which setting it does not know.
  expect(stderr).toBe('');
  return Number(stdout) / 1024 / 1024;
}

test('a busy program gathers few new objects, and Node.js knows every setting', () => {
  expect(newSpaceAfter(BUSY)).toBeGreaterThan(8);
  expect(newSpaceAfter(SMALL)).toBe(8);
});

test.each([
  ['the command line', { args: ['--max-semi-space-size=16'] }],
  ['NODE_OPTIONS', { env: { NODE_OPTIONS: '--max-semi-space-size=16' } }],
])('a size that was given in %s holds', (_, given) => {
  expect(newSpaceAfter(SMALL, given)).toBeGreaterThan(8);
});

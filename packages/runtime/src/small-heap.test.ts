import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

/** Allocates much and retains little, as our programs do, and prints the size of the new space. */
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

/** Runs a program and returns its output. */
function printed(source: string, { args: own = [], env = {} }: Given = {}): string {
  const args = [...own, '--import', 'tsx', '--input-type=module', '--eval', source];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    cwd: import.meta.dirname,
    env: { ...process.env, ...env },
  });
  // Node.js reports unknown settings on standard error.
  expect(stderr).toBe('');
  return stdout;
}

test('the new space of a busy program stays small, and Node.js knows every setting', () => {
  expect(newSpaceAfter(BUSY)).toBeGreaterThan(8);
  expect(newSpaceAfter(small())).toBe(8);
  expect(newSpaceAfter(small('{ newSpace: 16 }'))).toBe(16);
});

/** Idles until V8 has shrunk the space, then works with occasional pauses. */
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

test('the new space grows again when an idle program becomes busy', () => {
  const [quiet, busy] = printed(QUIET).split(' ').map(Number);
  expect(quiet).toBeLessThan(4);
  expect(busy).toBeGreaterThan(4);
  expect(busy).toBeLessThanOrEqual(8);
});

test.each([
  ['the command line', { args: ['--max-semi-space-size=16'] }],
  ['NODE_OPTIONS', { env: { NODE_OPTIONS: '--max-semi-space-size=16' } }],
])('a size given in %s takes precedence', (_, given) => {
  expect(newSpaceAfter(small(), given)).toBeGreaterThan(8);
});

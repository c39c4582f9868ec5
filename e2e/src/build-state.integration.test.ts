/** When `start` and the other commands build, and the progress they show. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ROOT } from './testing/programs.ts';

interface BuildState {
  hashSources(root: string): string;
  isBuilt(sources: string, root: string): boolean;
  recordBuild(sources: string, root: string): void;
}
interface Progress {
  readonly advance: () => void;
  readonly end: () => void;
}
type ShowProgress = (what: string, total: number, surroundings: object) => Progress;

/** Plain JavaScript, which runs before anything is built. */
const load = (name: string): Promise<unknown> => import(pathToFileURL(join(ROOT, 'scripts', name)).href);

describe('a build', () => {
  let state: BuildState;
  let root: string;

  beforeAll(async () => {
    state = (await load('build-state.js')) as BuildState;
  });
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'sendoff-build-'));
    write('package.json', '{}');
    write('pnpm-lock.yaml', 'a');
    write('packages/one/package.json', '{}');
    write('packages/one/src/index.ts', 'export {};');
    write('packages/one/dist/index.js', 'export {};');
    state.recordBuild(state.hashSources(root), root);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function write(path: string, content: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const isBuilt = () => state.isBuilt(state.hashSources(root), root);

  test('is up to date while no content changes, even if files are rewritten', () => {
    expect(isBuilt()).toBe(true);
    write('packages/one/src/index.ts', 'export {};');
    write('packages/one/node_modules/other/index.js', '');
    write('packages/one/.turbo/turbo-build.log', '');
    expect(isBuilt()).toBe(true);
  });

  test.each([
    ['a source has changed', () => write('packages/one/src/index.ts', 'export {}')],
    ['a source was added', () => write('packages/one/src/two.ts', '')],
    ['a source is gone', () => rmSync(join(root, 'packages/one/src/index.ts'))],
    ['the lock file has changed', () => write('pnpm-lock.yaml', 'b')],
    ['a package was added', () => write('apps/two/package.json', '{}')],
    ['a built file was deleted', () => rmSync(join(root, 'packages/one/dist/index.js'))],
    ['all built files were deleted', () => rmSync(join(root, 'packages/one/dist'), { recursive: true })],
    ['a built file was built again from other sources', () => utimesSync(join(root, 'packages/one/dist/index.js'), 1, 1)],
    ['the packages were reinstalled', () => rmSync(join(root, 'node_modules'), { recursive: true })],
  ])('is needed when %s', (_why, change) => {
    change();
    expect(isBuilt()).toBe(false);
  });
});

describe('the progress of a build', () => {
  let progress: Progress;
  let clock: number;
  let written: string;

  beforeEach(async () => {
    jest.useFakeTimers();
    [clock, written] = [0, ''];
    const { showProgress } = (await load('show-progress.js')) as { readonly showProgress: ShowProgress };
    const output = { isTTY: false, write: (text: string) => (written += text) };
    progress = showProgress('Building Sendoff', 16, { output, now: () => clock });
  });
  afterEach(() => {
    progress.end();
    jest.useRealTimers();
  });

  const pass = (milliseconds: number): void => {
    clock += milliseconds;
    jest.advanceTimersByTime(milliseconds);
  };

  test('is shown every ten seconds, with the task number, the total and the elapsed time', () => {
    progress.advance();
    pass(1500);
    progress.advance();
    progress.advance();
    pass(10_000);
    pass(10_000);
    expect(written).toBe(
      'Building Sendoff (1 of 16, 2 s)…\nBuilding Sendoff (3 of 16, 12 s)…\nBuilding Sendoff (3 of 16, 22 s)…\n',
    );
  });

  test('is not shown for a short build', () => {
    pass(1499);
    progress.end();
    pass(60_000);
    expect(written).toBe('');
  });
});

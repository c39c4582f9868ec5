import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commandLine } from './command-line.ts';

let root: string;
/** Folders with pnpm, without it, and where npx puts pnpm for its child processes only. */
let folders: { pnpm: string; other: string; npx: string };

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'sendoff-commands-'));
  folders = { pnpm: join(root, 'bin'), other: join(root, 'sbin'), npx: join(root, '_npx/1/node_modules/.bin') };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  for (const folder of [folders.pnpm, folders.npx]) {
    for (const name of ['pnpm', 'pnpm.cmd']) {
      writeFileSync(join(folder, name), '');
      chmodSync(join(folder, name), 0o755);
    }
  }
});
afterAll(() => rmSync(root, { recursive: true }));

const at = (variables: Record<string, string>, isRepository = true) => ({ variables, isRepository });

test('commands use pnpm if it is installed', () => {
  const PATH = [folders.other, folders.pnpm].join(delimiter);
  expect(commandLine('sendoff', 'keys create NAME', at({ PATH }))).toBe('pnpm sendoff keys create NAME');
});

test.each([
  ['there is no pnpm', () => ({ PATH: folders.other })],
  ['there is no PATH', () => ({})],
  ['only npx has put one on the PATH', () => ({ PATH: [folders.npx, folders.other].join(delimiter) })],
  ['this was started by npx', () => ({ PATH: folders.pnpm, npm_config_npm_version: '11.0.0' })],
])('commands use npx if %s', (_where, variables) => {
  expect(commandLine('db:migrate', '', at(variables()))).toBe('npx -y pnpm@12 db:migrate');
});

test('commands use Compose in an image', () => {
  const image = at({ PATH: folders.pnpm }, false);
  expect(commandLine('db:migrate', '', image)).toMatch(/^docker compose .* run --rm migrate$/);
  expect(commandLine('sendoff', 'keys create NAME', image)).toMatch(
    /^docker compose .* run --rm api dist\/cli\.js keys create NAME$/,
  );
});

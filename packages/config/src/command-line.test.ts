import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commandLine } from './command-line.ts';

let root: string;
/** With pnpm, without it, and where npx puts one for its children only. */
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

test('where pnpm is installed, commands are its commands', () => {
  const PATH = [folders.other, folders.pnpm].join(delimiter);
  expect(commandLine('sendoff', 'keys create NAME', at({ PATH }))).toBe('pnpm sendoff keys create NAME');
});

test.each([
  ['there is no pnpm', () => ({ PATH: folders.other })],
  ['there is no PATH', () => ({})],
  ['only npx has put one on the PATH', () => ({ PATH: [folders.npx, folders.other].join(delimiter) })],
  ['this was started by npx', () => ({ PATH: folders.pnpm, npm_config_npm_version: '11.0.0' })],
])('where %s, npx brings it', (_where, variables) => {
  expect(commandLine('db:migrate', '', at(variables()))).toBe('npx -y pnpm@12 db:migrate');
});

test('in an image there is neither, and Compose runs the programs', () => {
  const image = at({ PATH: folders.pnpm }, false);
  expect(commandLine('db:migrate', '', image)).toMatch(/^docker compose .* run --rm migrate$/);
  expect(commandLine('sendoff', 'keys create NAME', image)).toMatch(
    /^docker compose .* run --rm api dist\/cli\.js keys create NAME$/,
  );
});

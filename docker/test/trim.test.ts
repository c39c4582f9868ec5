import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '../..');
const RUNTIME = 'node_modules/.pnpm/@prisma+client@0.0.0/node_modules/@prisma/client/runtime';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sendoff-trim-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const place = (path: string): void => {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), '');
};
const trim = () => spawnSync(process.execPath, [join(ROOT, 'docker/trim.js'), directory], { encoding: 'utf8' });

test('only the query compiler that the Prisma client uses with PostgreSQL is kept', () => {
  const schema = readFileSync(join(ROOT, 'packages/db/prisma/schema.prisma'), 'utf8');
  // Prisma's default is the fast one.
  const build = /compilerBuild\s*=\s*"(\w+)"/.exec(schema)?.[1] ?? 'fast';
  // The client reads the second file, see packages/db/scripts/generate-client.js.
  const compiler = (name: string, server: string): string[] =>
    ['mjs', 'wasm-base64.js'].map((kind) => `${RUNTIME}/query_compiler_${name}_bg.${server}.${kind}`);
  const servers = ['cockroachdb', 'mysql', 'postgresql', 'sqlite', 'sqlserver'];
  const all = ['fast', 'small'].flatMap((name) => servers.flatMap((server) => compiler(name, server)));
  all.forEach(place);
  expect(trim()).toMatchObject({ status: 0, stderr: '' });
  expect(all.filter((path) => existsSync(join(directory, path)))).toEqual(compiler(build, 'postgresql'));
});

test('native code is reported with its path', () => {
  place('node_modules/some/build/some.node');
  expect(trim()).toMatchObject({ status: 1, stderr: expect.stringContaining('some.node') as unknown });
});

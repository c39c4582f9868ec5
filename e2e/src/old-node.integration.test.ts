/** The error for a Node.js version that is too old, from every entry point. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { PROGRAMS, ROOT } from './testing/programs.ts';

/** The range in package.json. */
const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { engines: { node: string } };
const OLDEST = engines.node.replace('>=', '');

const SCRIPTS = ['bench', 'chaos', 'check', 'dev', 'find-secrets', 'migrate', 'sendoff', 'start', 'test'];
const ENTRIES = new Set([
  ...Object.values(PROGRAMS),
  ...SCRIPTS.map((name) => `scripts/${name}.js`),
  'packages/tooling/bin/sendoff-jest.js',
  'packages/devstack/dist/programs/dev-app.js',
  'packages/devstack/dist/programs/dev-parts.js',
]);

/** Runs a file on a Node.js that pretends to have this version. */
function runAs(version: string, file: string) {
  const versions = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
  const claim = `data:text/javascript,${encodeURIComponent(versions)}`;
  return spawnSync(process.execPath, ['--import', claim, join(ROOT, file)], { encoding: 'utf8', cwd: ROOT });
}

test.each([...ENTRIES])('%s reports the required version in one sentence', (file) => {
  const { status, stdout, stderr } = runAs('18.20.8', file);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toBe(`Sendoff needs Node.js ${OLDEST} or newer, and this is 18.20.8 (${process.execPath}).\n`);
});

test('the oldest accepted version is the one in package.json', () => {
  const [major = 0, minor = 0] = OLDEST.split('.').map(Number);
  const guard = 'packages/runtime/bin/require-node.js';
  expect(runAs(`${String(major)}.${String(minor - 1)}.9`, guard).status).toBe(1);
  for (const version of [`${OLDEST}.0`, `${String(major + 2)}.0.0`]) expect(runAs(version, guard).status).toBe(0);
});

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

const SCRIPT = resolve(import.meta.dirname, '../../scripts/find-secrets.js');
/** Of the shape of a secret, and put together here, so that this file holds none. */
const TOKEN = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_');

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sendoff-find-secrets-'));
  git('init', '--quiet');
  commit('settings', 'DATABASE_URL=postgresql://sendoff:hunter2@db.example/sendoff', 'test: begin');
});
afterEach(() => rmSync(directory, { recursive: true }));

function git(...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], { cwd: directory });
}
function commit(file: string, content: string, message: string): void {
  writeFileSync(join(directory, file), content);
  git('add', '.');
  git('commit', '--quiet', '--message', message);
}
const find = (where = directory) => spawnSync(process.execPath, [SCRIPT, where], { encoding: 'utf8' });

test('finds nothing where there is nothing, nor the passwords of tests', () => {
  // Two versions of files, and a message for each.
  commit('binary', 'a\0b', 'test: a file that is no text');
  expect(find()).toMatchObject({ status: 0, stdout: '0 secrets in 3 versions of files and messages.\n', stderr: '' });
});

test('finds a secret that was removed, and one in a message, and does not repeat them', () => {
  commit('leaked', `first line\ntoken: ${TOKEN}\n`, 'test: leak');
  commit('leaked', 'nothing\n', `test: remove ${TOKEN}`);
  const { status, stdout, stderr } = find();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^leaked:2 in [0-9a-f]{40}: .*github/m);
  expect(stderr).toMatch(/^the message of a commit:\d+ in [0-9a-f]{40}: .*github/m);
  expect(stdout).toMatch(/^2 secrets in /);
  expect(stdout + stderr).not.toContain(TOKEN);
});

test('refuses to judge a history that is not there', () => {
  commit('more', 'nothing', 'test: a second commit');
  const shallow = join(directory, 'shallow');
  git('clone', '--quiet', '--depth', '1', `file://${directory}`, shallow);
  expect(find(shallow)).toMatchObject({ status: 2, stderr: expect.stringContaining('clone it whole') as unknown });
});

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

const SCRIPT = resolve(import.meta.dirname, '../../scripts/find-secrets.js');
/** A fake token in the format of a real one, assembled at runtime, so that this file contains no secret. */
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

test('a history without secrets passes, and passwords of tests are allowed', () => {
  // One text file and two messages; the binary file is skipped.
  commit('binary', 'a\0b', 'test: a binary file');
  expect(find()).toMatchObject({ status: 0, stdout: '0 secrets in 3 file versions and messages.\n', stderr: '' });
});

test('removed secrets and secrets in commit messages are found but not printed', () => {
  commit('leaked', `first line\ntoken: ${TOKEN}\n`, 'test: leak');
  commit('leaked', 'nothing\n', `test: remove ${TOKEN}`);
  const { status, stdout, stderr } = find();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^leaked:2 in [0-9a-f]{40}: .*github/m);
  expect(stderr).toMatch(/^the message of a commit:\d+ in [0-9a-f]{40}: .*github/m);
  expect(stdout).toMatch(/^2 secrets in /);
  expect(stdout + stderr).not.toContain(TOKEN);
});

test('a shallow clone is rejected', () => {
  commit('more', 'nothing', 'test: a second commit');
  const shallow = join(directory, 'shallow');
  git('clone', '--quiet', '--depth', '1', `file://${directory}`, shallow);
  expect(find(shallow)).toMatchObject({ status: 2, stderr: expect.stringContaining('shallow clone') as unknown });
});

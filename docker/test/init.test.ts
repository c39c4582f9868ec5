import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

const SCRIPT = resolve(import.meta.dirname, '../init.sh');
const SECRETS = [
  ...['POSTGRES_PASSWORD', 'POSTGRES_OWNER_PASSWORD', 'POSTGRES_ADMIN_PASSWORD'],
  ...['REDIS_PASSWORD', 'SECRET_KEY', 'RETURN_PATH_KEY'],
];

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sendoff-init-'));
  file = join(directory, '.env');
});
afterEach(() => rmSync(directory, { recursive: true }));

const init = () => spawnSync('bash', [SCRIPT, file], { encoding: 'utf8' });
const values = (): Record<string, string> =>
  Object.fromEntries(
    [...readFileSync(file, 'utf8').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );

test('a new file has a different secret for each purpose and is readable by its owner only', () => {
  const { status, stdout } = init();
  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('set MAIL_URL') });
  const made = values();
  expect(Object.keys(made).sort()).toEqual([...SECRETS].sort());
  for (const value of Object.values(made)) expect(value).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(Object.values(made)).size).toBe(SECRETS.length);
  expect(stdout).not.toContain(made['SECRET_KEY']);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('an existing file keeps its values and gets the missing secrets', () => {
  writeFileSync(file, 'MAIL_URL=smtp://relay.example:25\nSECRET_KEY=mine\nREDIS_PASSWORD=');
  expect(init()).toMatchObject({ status: 0, stdout: expect.not.stringContaining('MAIL_URL') });
  const first = values();
  expect(first).toMatchObject({ MAIL_URL: 'smtp://relay.example:25', SECRET_KEY: 'mine' });
  expect(first['REDIS_PASSWORD']).toMatch(/^[0-9a-f]{64}$/);
  expect(init()).toMatchObject({ status: 0, stdout: '' });
  expect(values()).toEqual(first);
});

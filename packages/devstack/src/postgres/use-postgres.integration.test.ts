import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { isAlive } from '../home/is-alive.ts';
import { keepSecrets } from '../home/keep-secrets.ts';
import { poll } from '../testing/poll.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { stopPostmaster } from './stop-postmaster.ts';
import { usePostgres, type LocalPostgres } from './use-postgres.ts';

const isRoot = process.getuid?.() === 0;

let directory: ReturnType<typeof temporaryDirectory>;
let home: string;
let said: string[];
let inUse: LocalPostgres[];

beforeEach(() => {
  directory = temporaryDirectory();
  // Like a clone accessible to all users, so that the data is in the home even if root runs this.
  chmodSync(directory.path, 0o755);
  home = join(directory.path, '.sendoff');
  said = [];
  inUse = [];
});

afterEach(async () => {
  for (const postgres of inUse) {
    await stopPostmaster(postgres.dataDirectory);
    rmSync(postgres.dataDirectory, { recursive: true, force: true });
  }
  directory.remove();
});

async function use(): Promise<LocalPostgres> {
  const { postgresPassword: password } = keepSecrets(home);
  const postgres = await usePostgres({ home, password, notify: (message) => said.push(message) });
  inUse.push(postgres);
  return postgres;
}

async function ask(url: string, question: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: question, rowMode: 'array' })).rows[0]?.[0];
  } finally {
    await client.end();
  }
}

const postmasterPid = ({ dataDirectory }: LocalPostgres): number => readPostmasterFile(dataDirectory)?.pid ?? 0;

describe('usePostgres', () => {
  test('keeps its data between runs, and stops on release', async () => {
    const first = await use();
    expect(first.adopted).toBe(false);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS n');
    const pid = postmasterPid(first);
    await first.release();
    await poll('the end of PostgreSQL', () => !isAlive(pid));
    expect(existsSync(join(first.dataDirectory, 'postmaster.pid'))).toBe(false);

    const second = await use();
    expect(await ask(second.url, 'SELECT n FROM kept')).toBe(42);
    await second.release();
  });

  test('listens on 127.0.0.1 only, requires the password, and is durable', async () => {
    const postgres = await use();
    expect(await ask(postgres.url, 'SHOW listen_addresses')).toBe('127.0.0.1');
    expect(await ask(postgres.url, 'SHOW unix_socket_directories')).toBe('');
    expect(await ask(postgres.url, 'SHOW fsync')).toBe('on');
    expect(await ask(postgres.url, 'SHOW synchronous_commit')).toBe('on');
    const { password } = new URL(postgres.url);
    await expect(ask(postgres.url.replace(password, 'guess'), 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    expect(statSync(postgres.dataDirectory).mode & 0o777).toBe(0o700);
    expect(statSync(join(home, 'postgres.log')).mode & 0o777).toBe(0o600);
    await postgres.release();
  });

  test('lowercases any script, and sorts by code point', async () => {
    const postgres = await use();
    expect(await ask(postgres.url, `SELECT lower('ÄÖÜ ÇA ΣΑΣ ЖУК')`)).toBe('äöü ça σασ жук');
    expect(await ask(postgres.url, `SELECT string_agg(x, '' ORDER BY x) FROM unnest('{é,z,a,Z,日}'::text[]) x`)).toBe('Zazé日');
    expect(await ask(postgres.url, 'SHOW server_encoding')).toBe('UTF8');
    await postgres.release();
  });

  test('is shared by two commands and stopped by the last one', async () => {
    const [one, other] = await Promise.all([use(), use()]);
    expect([one.adopted, other.adopted].sort()).toEqual([false, true]);
    expect(one.url).toBe(other.url);
    await one.release();
    expect(await ask(other.url, 'SELECT 1')).toBe(1);
    await other.release();
    await expect(ask(other.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  test('keeps commits after a kill of the whole server, and restarts on the same port', async () => {
    const postgres = await use();
    await ask(postgres.url, 'CREATE TABLE kept AS SELECT 42 AS n');
    const pid = postmasterPid(postgres);
    process.kill(pid, 'SIGKILL');
    await poll('the end of PostgreSQL', () => !isAlive(pid));
    expect(await postgres.revive()).toBe(true);
    expect(await ask(postgres.url, 'SELECT n FROM kept')).toBe(42);
    await postgres.release();
  });

  test('starts despite a lock file whose pid belongs to another program', async () => {
    const first = await use();
    const lockFile = join(first.dataDirectory, 'postmaster.pid');
    const content = readFileSync(lockFile, 'utf8');
    await first.release();
    writeFileSync(lockFile, content.replace(/^\d+/, String(process.pid)), { mode: 0o600 });
    const { uid, gid } = statSync(first.dataDirectory);
    if (isRoot) chownSync(lockFile, uid, gid);
    const second = await use();
    expect(await ask(second.url, 'SELECT 1')).toBe(1);
    await second.release();
  });

  test('leaves no partial cluster after an interrupted attempt', async () => {
    mkdirSync(join(home, 'postgres.new-123456', 'base'), { recursive: true });
    const postgres = await use();
    expect(await ask(postgres.url, 'SELECT 1')).toBe(1);
    await postgres.release();
  });

  test('does not touch data of another major version, and says so', async () => {
    const first = await use();
    await first.release();
    writeFileSync(join(first.dataDirectory, 'PG_VERSION'), '15\n');
    await expect(use()).rejects.toThrow(/was created by PostgreSQL 15, but the embedded version is 18/);
  });

  test('explains a lost password', async () => {
    const first = await use();
    rmSync(join(home, 'secrets.json'));
    await expect(use()).rejects.toThrow(/does not accept the password in secrets.json/);
    await first.release();
  });
});

(isRoot ? describe : describe.skip)('usePostgres, run by root in a directory that only root can enter', () => {
  beforeEach(() => chmodSync(directory.path, 0o700));

  test('stores the data where PostgreSQL can access it, and says so once', async () => {
    const first = await use();
    expect(said).toEqual([expect.stringContaining(`its data is in ${first.dataDirectory}`)]);
    expect(lstatSync(join(home, 'postgres')).isSymbolicLink()).toBe(true);
    expect(readlinkSync(join(home, 'postgres'))).toBe(first.dataDirectory);
    expect(statSync(first.dataDirectory).uid).not.toBe(0);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS n');
    await first.release();

    const second = await use();
    expect(said).toHaveLength(1);
    expect(await ask(second.url, 'SELECT n FROM kept')).toBe(42);
    await second.release();
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { isAlive } from '@sendoff/devstack';
import { poll, temporaryDirectory } from '@sendoff/devstack/testing';
import { Client } from 'pg';
import type * as ThrowAway from './throw-away-postgres.ts';

/** The built module, because its guard is a separate program. */
const BUILT = pathToFileURL(resolve(import.meta.dirname, '../dist/throw-away-postgres.js')).href;
const { startThrowAwayPostgres } = (await import(BUILT)) as typeof ThrowAway;

test('the temporary PostgreSQL and its data are removed when the test run is killed', async () => {
  const { path, remove } = temporaryDirectory();
  const script = join(path, 'run.mjs');
  writeFileSync(
    script,
    `import { startThrowAwayPostgres } from ${JSON.stringify(BUILT)};
     import pg from ${JSON.stringify(import.meta.resolve('pg'))};
     const { url } = await startThrowAwayPostgres();
     const client = new pg.Client(url);
     await client.connect();
     const { rows } = await client.query("SHOW data_directory");
     process.send({ dataDirectory: rows[0].data_directory });
     setInterval(() => {}, 1000);`,
  );
  const run = spawn(process.execPath, [script], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [{ dataDirectory }] = (await once(run, 'message')) as [{ dataDirectory: string }];
  expect(existsSync(dataDirectory)).toBe(true);
  run.kill('SIGKILL');
  await poll('the end of its data', () => !existsSync(dataDirectory));
  expect(isAlive(run.pid ?? 0)).toBe(false);
  remove();
});

test('a killed PostgreSQL keeps its commits and restarts on its port', async () => {
  const postgres = await startThrowAwayPostgres({ durable: true });
  const run = async (statement: string): Promise<unknown[]> => {
    const client = new Client({ connectionString: postgres.url });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<object>(statement).finally(() => client.end());
    return rows;
  };
  try {
    await run('CREATE TABLE kept AS SELECT 17 AS n');
    await postgres.kill();
    await expect(run('SELECT n FROM kept')).rejects.toThrow();
    await postgres.startAgain();
    expect(await run('SELECT n FROM kept')).toEqual([{ n: 17 }]);
  } finally {
    await postgres.remove();
  }
});

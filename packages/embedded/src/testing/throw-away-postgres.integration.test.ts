import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { isAlive } from '../home/is-alive.ts';
import { poll } from './poll.ts';
import { temporaryDirectory } from './temporary-directory.ts';

test('is gone, data and all, when the run of tests is killed', async () => {
  const { path, remove } = temporaryDirectory();
  const script = join(path, 'run.mjs');
  const built = pathToFileURL(resolve(import.meta.dirname, '../../dist/testing/throw-away-postgres.js')).href;
  writeFileSync(
    script,
    `import { startThrowAwayPostgres } from ${JSON.stringify(built)};
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

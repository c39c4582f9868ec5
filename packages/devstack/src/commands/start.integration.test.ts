import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isAlive } from '../home/is-alive.ts';
import { findFreePort } from '../ports.ts';
import { readPostmasterFile } from '../postgres/postmaster-file.ts';
import { stopPostmaster } from '../postgres/stop-postmaster.ts';
import { poll } from '../testing/poll.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';

/** The built command; the programs it runs are stand-ins in a directory of the test. */
const BUILT = resolve(import.meta.dirname, '../../dist/commands');

const SERVER = (name: string, port: string) => `
  import { createServer } from 'node:http';
  const { ${port}: port, DATABASE_URL, MAIL_URL, SECRET_KEY, REDIS_URL } = process.env;
  console.log('${name} pid ' + process.pid);
  console.log('${name} environment ' + JSON.stringify({ DATABASE_URL, MAIL_URL, SECRET_KEY, REDIS_URL }));
  const server = createServer((request, response) => response.end('ready')).listen(Number(port), '127.0.0.1');
  process.on('SIGTERM', () => {
    console.log('${name} stopped');
    process.exit(0);
  });`;

const PROGRAMS = {
  'apps/api/dist/server.js': SERVER('api', 'PORT'),
  'apps/worker/dist/main.js': SERVER('worker', 'WORKER_PORT'),
  'apps/smtp/dist/main.js': SERVER('smtp', 'SMTP_HEALTH_PORT'),
  'apps/api/dist/migrate.js': `console.log('migrated');`,
  'apps/api/dist/cli.js': `console.error('some warning'); console.log('re_so_live_first');`,
};

const PORTS = ['PORT', 'WORKER_PORT', 'SUBMISSION_PORT', 'SUBMISSIONS_PORT', 'SMTP_HEALTH_PORT', 'INBOX_PORT', 'INBOX_SMTP_PORT'];

let directory: ReturnType<typeof temporaryDirectory>;
let ports: Record<string, string>;
let output: string;
let running: ChildProcess[];

beforeEach(async () => {
  directory = temporaryDirectory();
  chmodSync(directory.path, 0o755);
  for (const [path, source] of Object.entries(PROGRAMS)) write(path, source);
  write('package.json', '{ "type": "module" }');
  const command = (name: string) => JSON.stringify(pathToFileURL(join(BUILT, name)).href);
  write(
    'start.js',
    `import { start } from ${command('start.js')};
     import { runCommand } from ${command('run-command.js')};
     import { listenForStop } from ${command('stop-request.js')};
     await runCommand(() => start(listenForStop(), process.env, import.meta.dirname));`,
  );
  ports = Object.fromEntries(await Promise.all(PORTS.map(async (name) => [name, String(await findFreePort())] as const)));
  output = '';
  running = [];
});

afterEach(async () => {
  for (const child of running) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await stopPostmaster(dataDirectory());
  directory.remove();
});

function write(path: string, content: string): void {
  const file = join(directory.path, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const dataDirectory = () => join(directory.path, '.sendoff/postgres');

function start(environment: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, [join(directory.path, 'start.js')], {
    env: { PATH: process.env['PATH'], ...ports, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  running.push(child);
  return child;
}

const printed = (text: string, times = 1) => poll(`"${text}" in:\n${output}`, () => output.split(text).length > times, 30_000);

const PIDS = { api: /api pid (\d+)/g, worker: /worker pid (\d+)/g, smtp: /smtp pid (\d+)/g };
const pidOf = (name: keyof typeof PIDS): number => Number([...output.matchAll(PIDS[name])].at(-1)?.[1]);

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

test('starts everything, prints the key and its use, and stops in order without leaving a process', async () => {
  const child = start();
  await printed('Ctrl-C stops everything');
  expect(output).toContain(
    `curl -sS http://127.0.0.1:${String(ports['PORT'])}/emails -H 'Authorization: Bearer re_so_live_first'`,
  );
  const environments = [...output.matchAll(/environment (\{.*\})/g)].map(([, json]) => JSON.parse(json ?? '') as unknown);
  expect(environments).toHaveLength(3);
  expect(environments[0]).toEqual({
    DATABASE_URL: expect.stringMatching(/^postgresql:\/\/sendoff:.*\/sendoff$/),
    MAIL_URL: `smtp://127.0.0.1:${String(ports['INBOX_SMTP_PORT'])}`,
    SECRET_KEY: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const pids = [pidOf('api'), pidOf('worker'), pidOf('smtp'), readPostmasterFile(dataDirectory())?.pid ?? 0];
  expect((await fetch(`http://127.0.0.1:${String(ports['INBOX_PORT'])}/api/email`)).status).toBe(200);

  child.kill('SIGINT');
  expect(await end(child)).toBe(0);
  expect(output).toMatch(/api stopped/);
  expect(output).toMatch(/worker stopped/);
  // The system may take a moment to reap PostgreSQL.
  await poll('the end of every process', () => !pids.some(isAlive));
  const postgresLog = readFileSync(join(directory.path, '.sendoff/postgres.log'), 'utf8');
  expect(postgresLog).toMatch(/database system is shut down/);
});

test('restarts a worker that has died', async () => {
  const child = start();
  await printed('Ctrl-C stops everything');
  process.kill(pidOf('worker'), 'SIGKILL');
  await printed('worker pid', 2);
  expect(output).toContain('worker ended by SIGKILL. Restarting it in 0.5 s.');
  child.kill('SIGTERM');
  expect(await end(child)).toBe(0);
});

test('a SIGKILL leaves no program running, and the next start uses PostgreSQL and stops it at its end', async () => {
  const killed = start();
  await printed('Ctrl-C stops everything');
  const pids = [pidOf('api'), pidOf('worker'), pidOf('smtp')];
  const postgres = readPostmasterFile(dataDirectory())?.pid ?? 0;
  killed.kill('SIGKILL');
  await poll('the end of the programs', () => !pids.some(isAlive));
  expect(isAlive(postgres)).toBe(true);

  output = '';
  const next = start();
  await printed('Ctrl-C stops everything');
  expect(readPostmasterFile(dataDirectory())?.pid).toBe(postgres);
  next.kill('SIGINT');
  expect(await end(next)).toBe(0);
  await poll('the end of PostgreSQL', () => !isAlive(postgres));
});

test('a program that cannot start ends the start with its output', async () => {
  write('apps/worker/dist/main.js', `console.error('the relay is on fire'); process.exit(1);`);
  const child = start();
  expect(await end(child)).toBe(1);
  expect(output).toMatch(/worker ended with exit code 1\. Its last lines:\n {2}the relay is on fire/);
  expect(isAlive(pidOf('api'))).toBe(false);
  expect(readPostmasterFile(dataDirectory())).toBeUndefined();
});

test('a used port is reported before anything starts', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = String((server.address() as AddressInfo).port);
  const child = start({ WORKER_PORT: port });
  expect(await end(child)).toBe(1);
  expect(output).toContain(`Port ${port} is taken. Set WORKER_PORT to a free one, for example: WORKER_PORT=`);
  expect(readPostmasterFile(dataDirectory())).toBeUndefined();
  server.close();
});

test('every configuration error is reported before anything starts', async () => {
  const child = start({ RETRY_SCHEDULE: '5 fortnights', DATABASE_URL: 'mysql://127.0.0.1/x' });
  expect(await end(child)).toBe(1);
  expect(output).toMatch(/RETRY_SCHEDULE contains "5 fortnights"/);
  expect(output).toMatch(/DATABASE_URL begins with mysql:/);
});

test('no local service starts when everything is configured', async () => {
  const child = start({
    DATABASE_URL: 'postgresql://u:p@db.example/sendoff',
    MAIL_URL: 'smtp://relay.example:587',
    SECRET_KEY: 'k'.repeat(32),
    REDIS_URL: 'redis://redis.example',
  });
  await printed('Ctrl-C stops everything');
  expect(output).toContain('BullMQ on Redis');
  expect(readPostmasterFile(dataDirectory())).toBeUndefined();
  await expect(fetch(`http://127.0.0.1:${String(ports['INBOX_PORT'])}/`)).rejects.toThrow();
  child.kill('SIGTERM');
  expect(await end(child)).toBe(0);
});

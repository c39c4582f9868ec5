import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { isAlive } from '../home/is-alive.ts';
import { poll } from '../testing/poll.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { awaitReady } from './await-ready.ts';
import { runOnce } from './run-once.ts';
import { PRELOAD } from './spawn-supervised.ts';
import { supervise, type Supervision } from './supervise.ts';

let directory: ReturnType<typeof temporaryDirectory>;
let lines: string[];
let events: string[];

beforeEach(() => {
  directory = temporaryDirectory();
  lines = [];
  events = [];
});
afterEach(() => directory.remove());

const PATIENT = `process.on('SIGTERM', () => { console.log('stopping'); process.exit(0); }); console.log('ready'); setInterval(() => {}, 1000);`;

function program(source: string) {
  const file = join(directory.path, 'program.mjs');
  writeFileSync(file, `console.log('pid ' + process.pid); ${source}`);
  return { name: 'worker', args: [file], cwd: directory.path, environment: {} };
}

const supervision = (): Supervision => ({
  onLine: (line) => lines.push(line),
  onEvent: (message) => events.push(message),
  stopTimeoutMs: 5000,
  restartDelaysMs: [10, 10],
});

const pids = () => lines.filter((line) => line.startsWith('pid ')).map((line) => Number(line.slice(4)));

/** Waits for the given run of the program and returns its process id. */
async function runs(count: number): Promise<number> {
  await poll(`run ${String(count)} of the program`, () => pids().length >= count);
  return pids()[count - 1] ?? 0;
}

describe('supervise', () => {
  test('restarts a program that has died', async () => {
    const app = supervise(program(PATIENT), supervision());
    const over = app.keepRunning();
    process.kill(await runs(1), 'SIGKILL');
    const second = await runs(2);
    expect(events).toEqual(['worker ended by SIGKILL. Restarting it in 0.01 s.']);
    await app.stop();
    await expect(over).resolves.toBe('worker was stopped');
    expect(isAlive(second)).toBe(false);
  });

  test('gives up on a program that keeps dying', async () => {
    const app = supervise(program('process.exit(3);'), supervision());
    await expect(app.keepRunning()).resolves.toBe('worker ended with exit code 3, 3 times in a row');
    expect(pids()).toHaveLength(3);
  });

  test('waits for a program to stop gracefully', async () => {
    const app = supervise(program(PATIENT), supervision());
    await runs(1);
    await poll('its signal handler', () => lines.includes('ready'));
    await app.stop();
    expect(lines).toContain('stopping');
  });

  test('kills a program that does not stop', async () => {
    const app = supervise(program(`process.on('SIGTERM', () => {}); console.log('deaf'); setInterval(() => {}, 1000);`), {
      ...supervision(),
      stopTimeoutMs: 50,
    });
    const pid = await runs(1);
    await poll('its signal handler', () => lines.includes('deaf'));
    await app.stop();
    expect(isAlive(pid)).toBe(false);
    expect(events).toEqual([expect.stringMatching(/did not stop within 0.05 s; killing it/)]);
  });

  test('leaves no program running when the supervisor itself is killed', async () => {
    const child = program(PATIENT);
    const supervisor = join(directory.path, 'supervisor.mjs');
    writeFileSync(
      supervisor,
      `import { spawn } from 'node:child_process';
       spawn(process.execPath, ['--import', ${JSON.stringify(PRELOAD)}, ${JSON.stringify(child.args[0])}],
         { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true });`,
    );
    const running = spawn(process.execPath, [supervisor], { stdio: ['ignore', 'pipe', 'inherit'] });
    running.stdout.setEncoding('utf8').on('data', (text: string) => lines.push(...text.trim().split('\n')));
    const pid = await runs(1);
    await poll('its signal handler', () => lines.includes('ready'));
    running.kill('SIGKILL');
    await once(running, 'exit');
    await poll('the end of the child', () => !isAlive(pid));
    expect(lines).toContain('stopping');
  });
});

describe('awaitReady', () => {
  test('reports how the program ended, with its last lines', async () => {
    const app = supervise(program(`console.error('no such database'); process.exit(1);`), supervision());
    await expect(awaitReady(app, 'http://127.0.0.1:9/readyz', 10_000)).rejects.toThrow(
      /worker ended with exit code 1\. Its last lines:\n {2}pid \d+\n {2}no such database/,
    );
  });

  test('gives up on a program that never answers', async () => {
    const app = supervise(program(PATIENT), supervision());
    await expect(awaitReady(app, 'http://127.0.0.1:9/readyz', 100)).rejects.toThrow(
      /worker is not ready after 0.1 s .*no answer/,
    );
    await runs(1);
    await app.stop();
  });
});

describe('runOnce', () => {
  test('returns only the standard output', async () => {
    const command = program(`console.error('a warning'); console.log('a key');`);
    await expect(runOnce(command, new AbortController().signal)).resolves.toMatch(/^pid \d+\na key$/);
  });

  test('reports the output of a failed program', async () => {
    const command = program(`console.error('bad migration'); process.exit(1);`);
    await expect(runOnce(command, new AbortController().signal)).rejects.toThrow(
      /worker ended with exit code 1:\n.*\nbad migration/,
    );
  });

  test('stops the program when it is aborted', async () => {
    const abort = new AbortController();
    const running = runOnce(program('setInterval(() => {}, 1000);'), abort.signal);
    abort.abort();
    await expect(running).rejects.toThrow(/aborted/);
  });
});

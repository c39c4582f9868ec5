/** The cleanup of containers when the check of the images is interrupted; the container engine is a fake that records its calls. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

/** Creating a container takes a moment. */
const ENGINE = `#!/usr/bin/env bash
[ "$1" = run ] && sleep 0.5
echo "$*" >> "$CALLS"
`;

/** One container runs, one is being created, and one runs a command. */
const PROGRAM = `
import { openEngine } from './images/engine.ts';
import { openReleases, releaseOnSignal } from './images/releases.ts';
const releases = openReleases();
releaseOnSignal(releases);
const engine = openEngine(process.env.STAND_IN);
releases.push(() => console.log('the last'));
releases.push(engine.close);
releases.push(() => { throw new Error('as asked'); });
const service = { options: [], command: [], healthCheck: ['true'] };
await engine.start('first', service);
void engine.start('second', service).catch(() => undefined);
void engine.run('command', service);
console.log('started');
setInterval(() => undefined, 1000);
`;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sendoff-check-images-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s removes all containers, including those that are still being created', async (signal, code) => {
  const calls = join(directory, 'calls');
  const engine = join(directory, 'engine');
  writeFileSync(engine, ENGINE);
  chmodSync(engine, 0o755);
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', PROGRAM], {
    cwd: import.meta.dirname,
    env: { ...process.env, STAND_IN: engine, CALLS: calls },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  const ended = once(child, 'close');
  while (!output.join('').includes('started')) await sleep(20);
  child.kill(signal);
  await ended;

  expect(child.exitCode).toBe(code);
  expect(output.join('')).toMatch(/removing all containers and servers\n[^]*as asked\n[^]*the last\n/);
  const asked = existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [];
  const names = ['first', 'second'].map((image) => {
    const created = asked.find((call) => call.startsWith('run ') && call.trimEnd().endsWith(` ${image}`));
    return /--name (\S+)/.exec(created ?? '')?.[1] ?? 'not created';
  });
  const removals = names.map((name) => asked.filter((call) => call === `rm --force ${name}`).length);
  expect(removals).toEqual([1, 1]);
});

/** Runs a built program as a separate process. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { descendantsOf, stillRunning } from './processes.ts';
import { PROGRAMS, ROOT, type ProgramName } from './programs.ts';
import type { Releases } from './releases.ts';

/** Environment variables by name. */
export type Variables = Readonly<Record<string, string>>;

/** A program that is running or has exited. */
export interface Program {
  readonly name: ProgramName;
  readonly pid: number;
  /** Its standard output so far. */
  readonly output: () => string;
  /** Its standard error so far. */
  readonly complaints: () => string;
  /** Resolves after it has exited and its output is complete, with the exit code or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  readonly hasEnded: () => boolean;
  /** Sends a signal to its process group, as a terminal does. */
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Stops it, with SIGKILL after a timeout. */
  readonly stop: () => Promise<void>;
}

/** Passed on from the current environment; nothing else may affect the programs. */
const PASSED_ON = ['PATH', 'HOME', 'USER', 'LANG', 'TMPDIR'];

/** A preload that stops the program when the test run has ended, even by SIGKILL. */
const PRELOAD = pathToFileURL(join(ROOT, 'packages/devstack/bin/stop-with-parent.js')).href;

const STOP_TIMEOUT_MS = 20_000;

/** Starts a program with these variables and no others of Sendoff, in its own process group, and ends it with the test. */
export function startProgram(releases: Releases, name: ProgramName, variables: Variables, args: readonly string[] = []): Program {
  const child = spawn(process.execPath, ['--import', PRELOAD, join(ROOT, PROGRAMS[name]), ...args], {
    cwd: ROOT,
    env: { ...systemVariables(), ...variables },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  if (child.pid === undefined) throw new Error(`${name} could not be started`);
  const written = { stdout: collectLines(child, 'stdout'), stderr: collectLines(child, 'stderr') };
  const ended = once(child, 'close').then(() => child.exitCode ?? child.signalCode ?? 'SIGKILL');

  const program: Program = {
    name,
    pid: child.pid,
    output: () => written.stdout.join('\n'),
    complaints: () => written.stderr.join('\n'),
    ended,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    signal: (signal) => signalGroup(child, signal),
    stop: () => stop(child, ended),
  };
  releases.add(program.stop);
  return program;
}

/** Runs a program until it exits, which must be with exit code 0. */
export async function runProgram(
  releases: Releases,
  name: ProgramName,
  variables: Variables,
  args: readonly string[] = [],
): Promise<string> {
  const program = startProgram(releases, name, variables, args);
  const end = await program.ended;
  if (end !== 0) throw new Error(`${describe(program)}\nIt ended with ${String(end)}.`);
  return program.output();
}

/** The program and its last lines, for an error message. */
export function describe({ name, output, complaints }: Program): string {
  const last = (text: string): string => text.split('\n').slice(-30).join('\n');
  return `${name} wrote:\n${last(output())}\n${last(complaints())}`.trimEnd();
}

/** The variables passed on, by name. */
export function systemVariables(): Variables {
  return Object.fromEntries(PASSED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}

function collectLines(child: ChildProcess, stream: 'stdout' | 'stderr'): readonly string[] {
  const lines: string[] = [];
  const input = child[stream];
  if (input !== null) createInterface({ input }).on('line', (line) => lines.push(line));
  return lines;
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  const below = child.pid === undefined ? [] : descendantsOf(child.pid);
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
  // Child processes that it left behind after a failure.
  for (const { pid } of stillRunning(below)) process.kill(pid, 'SIGKILL');
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  // After the process was reaped, the system may reuse its id.
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, signal);
}

/** Runs one of the built programs in a process of its own. */
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

/** A program that runs, or has run. */
export interface Program {
  readonly name: ProgramName;
  readonly pid: number;
  /** What it has written so far to standard output. */
  readonly output: () => string;
  /** What it has written so far to standard error. */
  readonly complaints: () => string;
  /** Resolves when it has ended and all its output is there: with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  readonly hasEnded: () => boolean;
  /** Sends a signal to its process group, as a terminal does. */
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Asks it to stop, and ends it when it does not. */
  readonly stop: () => Promise<void>;
}

/** What every program needs from the system; nothing of this shell's own configuration reaches them. */
const PASSED_ON = ['PATH', 'HOME', 'USER', 'LANG', 'TMPDIR'];

/** Makes a program stop when the run of tests is gone, even by SIGKILL. */
const PRELOAD = pathToFileURL(join(ROOT, 'packages/devstack/bin/stop-with-parent.js')).href;

const STOP_TIMEOUT_MS = 20_000;

/**
 * Starts it with these variables and no others of Sendoff's, in a process group of its own, and
 * sees to it that it ends with the test.
 */
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

/** Runs a program to its end, which must be a good one. */
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

/** What every program needs from the system, by name. */
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
  // What it started and left behind, after a failure.
  for (const { pid } of stillRunning(below)) process.kill(pid, 'SIGKILL');
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  // Once its number has been collected, the system may give it to somebody else.
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, signal);
}

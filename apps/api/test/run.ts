/** Runs the built programs of this package as people do. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const DIST = join(import.meta.dirname, '..', 'dist');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that is running. */
export interface Running {
  readonly process: ChildProcess;
  /** Resolves once standard output matches; rejects when the program ends before, or after 15 s. */
  seen(pattern: RegExp): Promise<RegExpExecArray>;
  ended: Promise<Ended>;
}

/** Nothing of this machine's own configuration gets in. */
function start(program: string, args: readonly string[], environment: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, [join(DIST, program), ...args], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));

  const seen = async (pattern: RegExp): Promise<RegExpExecArray> => {
    const deadline = Date.now() + 15_000;
    for (;;) {
      const match = pattern.exec(stdout);
      if (match !== null) return match;
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(`not seen: ${String(pattern)}\n${stdout}\n${stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { process: child, seen, ended };
}

/** Runs a program to its end. */
export const run = (program: string, args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> =>
  start(program, args, environment).ended;

/** Starts the API; it is to be ended by a signal. */
export const startServer = (environment: Readonly<Record<string, string>>): Running => start('server.js', [], environment);

/** Runs one program of the system as a child process. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { ChildEnvironment } from '../environment/read-process-environment.ts';

/** How to run it. */
export interface Command {
  /** Its name in messages and in front of its lines. */
  readonly name: string;
  /** Arguments for Node.js: the file of the program, with options before and after it. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: ChildEnvironment;
}

/** A running program. */
export interface RunningProgram {
  readonly process: ChildProcess;
  /** Resolves after it has ended and its output was passed on, with a text that says how it ended. */
  readonly ended: Promise<string>;
  /** The last lines of its output, for an error message. */
  readonly lastLines: () => string;
}

const LINES_KEPT = 20;

/** The URL of the module that stops a child when its parent is gone; the same file for `src` and `dist`. */
export const PRELOAD = pathToFileURL(resolve(import.meta.dirname, '../../bin/stop-with-parent.js')).href;

/** Called with each line of output, and its stream. */
export type OnLine = (line: string, stream: 'stdout' | 'stderr') => void;

/**
 * Starts the program in its own process group, so that Ctrl-C at the terminal reaches only the parent, which stops the programs
 * in order.
 */
export function spawnSupervised(command: Command, onLine: OnLine): RunningProgram {
  const child = spawn(process.execPath, ['--import', PRELOAD, ...command.args], {
    cwd: command.cwd,
    env: command.environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });

  const kept: string[] = [];
  for (const stream of ['stdout', 'stderr'] as const) {
    const input = child[stream];
    if (input === null) continue;
    createInterface({ input }).on('line', (line) => {
      kept.push(line);
      if (kept.length > LINES_KEPT) kept.shift();
      onLine(line, stream);
    });
  }
  return { process: child, ended: ending(child), lastLines: () => kept.join('\n') };
}

async function ending(child: ChildProcess): Promise<string> {
  await once(child, 'close');
  return child.signalCode === null ? `with exit code ${String(child.exitCode)}` : `by ${child.signalCode}`;
}

/** Sends a signal to the program and its child processes. */
export function signalProgram({ process: child }: RunningProgram, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // It ended meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

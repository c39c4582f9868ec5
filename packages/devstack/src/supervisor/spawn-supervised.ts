/** Runs one program of the system as a child. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { ChildEnvironment } from '../environment/read-process-environment.ts';

/** How to run it. */
export interface Command {
  /** What it is called in messages and before its lines. */
  readonly name: string;
  /** Arguments for Node.js: the file of the program, and options before and after it. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: ChildEnvironment;
}

/** A program that runs. */
export interface RunningProgram {
  readonly process: ChildProcess;
  /** Resolves when it has ended and all it wrote has been passed on: in words, how it ended. */
  readonly ended: Promise<string>;
  /** The last lines it wrote, for an error message. */
  readonly lastLines: () => string;
}

const LINES_KEPT = 20;

/** URL of what makes a child stop when its parent is gone; the same file for `src` and for `dist`. */
export const PRELOAD = pathToFileURL(resolve(import.meta.dirname, '../../bin/stop-with-parent.js')).href;

/** Is given each line a program writes, and the stream it was written to. */
export type OnLine = (line: string, stream: 'stdout' | 'stderr') => void;

/**
 * Starts it in a process group of its own, so that Ctrl-C at the terminal reaches only whoever
 * starts it, and the programs can be stopped in order.
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

/** Sends a signal to the program and to all it has started itself. */
export function signalProgram({ process: child }: RunningProgram, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // It has ended meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

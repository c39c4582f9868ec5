/** Runs programs as separate processes, so that their resource usage can be measured separately. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryRoot } from '@sendoff/devstack';
import type { Workplace } from '../workplace.ts';
import type { Answer, Question } from './serve-commands.ts';

/** A running program. */
export interface Program {
  readonly name: string;
  readonly pid: number;
  readonly hasEnded: () => boolean;
  /** Resolves when it has exited. */
  readonly ended: Promise<unknown>;
  readonly exitCode: () => number | null;
  /** An error with the last lines of its log. */
  readonly explainEnd: () => Error;
  /** Runs a command in the program; rejects if it fails or if the program exits. */
  readonly ask: <Result>(command: string, argument?: unknown) => Promise<Result>;
  /** Stops it with SIGTERM, and with SIGKILL after a timeout. */
  readonly stop: () => Promise<void>;
}

export interface ProgramStart {
  /** The name of its log and of its row in the report. */
  readonly name: string;
  /** Relative to the repository root. */
  readonly file: string;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Options for Node.js itself. */
  readonly nodeOptions?: readonly string[];
}

/** Passed on from the current environment; nothing else may affect the programs. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'TZ'];
const STOP_TIMEOUT_MS = 40_000;
const LAST_LINES = 20;

/** Starts a program that logs to a file in the workplace and stops with the workplace at the latest. */
export function startProgram(workplace: Workplace, start: ProgramStart): Program {
  const { name, file, args = [], environment = {}, nodeOptions = [] } = start;
  const root = repositoryRoot();
  const preload = pathToFileURL(join(root, 'packages/devstack/bin/stop-with-parent.js')).href;
  const logFile = join(workplace.directory, `${name.replaceAll(/\W+/g, '-')}.log`);
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, ['--import', preload, ...nodeOptions, join(root, file), ...args], {
    cwd: root,
    env: { ...passedOn(), ...environment },
    stdio: ['ignore', log, log, 'ipc'],
    // A process group of its own, so that Ctrl-C reaches only the bench, which stops everything in order.
    detached: true,
  });
  closeSync(log);
  if (child.pid === undefined) throw new Error(`${name} could not be started`);

  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (hasEnded(child)) return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(timer);
  };
  const explainEnd = (): Error => new Error(`${name} has ended. The end of its log:\n${tail(logFile)}`);
  workplace.releases.push(stop);
  return {
    name,
    pid: child.pid,
    hasEnded: () => hasEnded(child),
    ended,
    exitCode: () => child.exitCode,
    explainEnd,
    ask: openConversation(child, explainEnd),
    stop,
  };
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

function openConversation(child: ChildProcess, explainEnd: () => Error): Program['ask'] {
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  child.on('message', (answer: Answer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) asker?.reject(new Error(answer.error));
    else asker?.resolve(answer.result);
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(explainEnd());
    waiting.clear();
  });
  return <Result>(command: string, argument?: unknown) =>
    new Promise<Result>((resolve, reject) => {
      if (hasEnded(child)) {
        reject(explainEnd());
        return;
      }
      const question: Question = { id: (lastId += 1), command, argument };
      waiting.set(question.id, { resolve: resolve as (result: unknown) => void, reject });
      child.send(question);
    });
}

const tail = (file: string): string => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-LAST_LINES).join('\n');

const passedOn = (): Record<string, string> =>
  Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      // eslint-disable-next-line no-restricted-properties -- what the system needs, none of it Sendoff's own
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

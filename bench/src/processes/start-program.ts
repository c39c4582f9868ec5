/** Runs programs in processes of their own, so that what each costs can be told apart. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryRoot } from '@sendoff/devstack';
import type { Workplace } from '../workplace.ts';
import type { Answer, Question } from './serve-commands.ts';

/** A program that runs. */
export interface Program {
  readonly name: string;
  readonly pid: number;
  readonly hasEnded: () => boolean;
  /** Resolves when it has ended. */
  readonly ended: Promise<unknown>;
  readonly exitCode: () => number | null;
  /** An error with the end of its log. */
  readonly explainEnd: () => Error;
  /** Has it carry out a command; rejects when it cannot, or ends instead. */
  readonly ask: <Result>(command: string, argument?: unknown) => Promise<Result>;
  /** Asks it to stop with SIGTERM, and ends it when it does not. */
  readonly stop: () => Promise<void>;
}

/** What is started. */
export interface ProgramStart {
  /** Names its log and its row. */
  readonly name: string;
  /** From the root of the repository. */
  readonly file: string;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Options for Node.js itself. */
  readonly nodeOptions?: readonly string[];
}

/** What programs need from the system; nothing else of this shell reaches them. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'TZ'];
const STOP_TIMEOUT_MS = 40_000;
const LAST_LINES = 20;

/** Starts a program, writing its output to a log in the workplace. It ends with the workplace at the latest. */
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
    // Ctrl-C is for the bench alone, which then stops everything in order.
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

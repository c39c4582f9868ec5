/** Starts and controls the sink process. */
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryRoot, signalProgram, spawnSupervised } from '@sendoff/devstack';
import { inheritedEnvironment } from '../stack/inherited-environment.ts';
import type { Arrival, SinkAnswer, SinkBehaviour, SinkRequest } from './sink-rules.ts';

/** A running sink. */
export interface Sink {
  readonly port: number;
  /** Closes all connections and refuses new ones. */
  readonly close: () => Promise<void>;
  /** Accepts connections again on the same port. */
  readonly listen: () => Promise<void>;
  /** Stops the process (SIGSTOP) or continues it (SIGCONT). */
  readonly signal: (signal: 'SIGSTOP' | 'SIGCONT') => void;
  /** Abandons its connections without FIN or RST, and new ones as well; requires `mayVanish`. */
  readonly vanish: () => Promise<void>;
  /** Accepts new connections again; abandoned ones stay dead. */
  readonly comeBack: () => Promise<void>;
  /** The number of deliveries so far, including duplicates. */
  readonly count: () => Promise<number>;
  /** How often a rule was applied, plus the number of abandoned connections. */
  readonly countActs: () => Promise<number>;
  /** Resolves when this many deliveries have arrived. */
  readonly waitFor: (count: number, signal: AbortSignal) => Promise<void>;
  readonly report: () => Promise<readonly Arrival[]>;
  readonly remove: () => Promise<void>;
}

/** The built program; the relative path is the same from `src` and from `dist`. */
const PROGRAM = resolve(import.meta.dirname, '../../dist/sink/sink-process.js');
const POLL_MS = 20;

/** A request without its id. */
type Question = SinkRequest extends infer Each ? (Each extends SinkRequest ? Omit<Each, 'id'> : never) : never;

interface SinkPlan {
  readonly seed: string;
  readonly sink: SinkBehaviour;
  readonly logFile: string;
}

/** Starts the sink on `port`. */
export async function openSink({ seed, sink: behaviour, logFile }: SinkPlan, port: number): Promise<Sink> {
  const command = { name: 'sink', args: [PROGRAM, seed], cwd: repositoryRoot(), environment: inheritedEnvironment() };
  const program = spawnSupervised(command, (line) => appendFileSync(logFile, `sink | ${line}\n`));
  const waiting = new Map<number, (value: unknown) => void>();
  let asked = 0;

  program.process.on('message', ({ id, value }: SinkAnswer) => {
    waiting.get(id)?.(value);
    waiting.delete(id);
  });
  const ended = program.ended.then((how) => {
    throw new Error(`The sink ended ${how}:\n${program.lastLines()}`);
  });
  ended.catch(() => undefined);
  await once(program.process, 'spawn');

  const ask = async (question: Question): Promise<unknown> => {
    asked += 1;
    const id = asked;
    const answer = new Promise((resolve) => waiting.set(id, resolve));
    program.process.send({ ...question, id });
    return Promise.race([answer, ended]);
  };
  const tell = async (question: Question): Promise<void> => {
    await ask(question);
  };
  const count = async (): Promise<number> => (await ask({ do: 'count' })) as number;

  await ask({ do: 'behave', behaviour });
  await ask({ do: 'listen', port });
  return {
    port,
    close: () => tell({ do: 'close' }),
    listen: () => tell({ do: 'listen', port }),
    signal: (signal) => signalProgram(program, signal),
    vanish: () => tell({ do: 'vanish' }),
    comeBack: () => tell({ do: 'come_back' }),
    count,
    countActs: async () => (await ask({ do: 'count_acts' })) as number,
    waitFor: async (target, signal) => {
      while ((await count()) < target) await sleep(POLL_MS, undefined, { signal });
    },
    report: async () => (await ask({ do: 'report' })) as readonly Arrival[],
    remove: async () => {
      signalProgram(program, 'SIGKILL');
      await program.ended;
    },
  };
}

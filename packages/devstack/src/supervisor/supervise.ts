/** Keeps a program running until it is stopped. */
import { setTimeout as sleep } from 'node:timers/promises';
import { signalProgram, spawnSupervised, type Command, type OnLine, type RunningProgram } from './spawn-supervised.ts';

/** The settings of a supervisor. */
export interface Supervision {
  /** Called with each line of output. */
  readonly onLine: OnLine;
  /** Called with a readable message for each event. */
  readonly onEvent: (message: string) => void;
  /** Time to stop after SIGTERM, in milliseconds, before SIGKILL. */
  readonly stopTimeoutMs: number;
  /** Delays before each restart, in milliseconds; after the last one, the supervisor gives up. */
  readonly restartDelaysMs?: readonly number[];
  /** A program that ran for at least this long, in milliseconds, resets the count of failures. */
  readonly quickFailureMs?: number;
}

/** A program under supervision. */
export interface Supervised {
  readonly name: string;
  /** How the first run ended; the program is restarted only after {@link keepRunning} is called. */
  readonly firstEnd: Promise<string>;
  readonly lastLines: () => string;
  /** Restarts the program whenever it ends. Resolves with the reason when the supervisor gives up. */
  readonly keepRunning: () => Promise<string>;
  /** Asks the program to stop and waits for its end. */
  readonly stop: () => Promise<void>;
  /** Kills it immediately. */
  readonly kill: () => void;
}

/** The fifth quick failure in a row is final. */
const RESTART_DELAYS_MS = [500, 1000, 2000, 4000];
const QUICK_FAILURE_MS = 10_000;

/** Starts the program. */
export function supervise(command: Command, supervision: Supervision): Supervised {
  const { restartDelaysMs = RESTART_DELAYS_MS, quickFailureMs = QUICK_FAILURE_MS } = supervision;
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  let running = start();
  const firstEnd = running.program.ended;

  function start(): { program: RunningProgram; since: number } {
    return { program: spawnSupervised(command, supervision.onLine), since: performance.now() };
  }

  async function keepRunning(): Promise<string> {
    let failures = 0;
    for (;;) {
      const end = await running.program.ended;
      if (isStopping()) return `${command.name} was stopped`;
      failures = performance.now() - running.since < quickFailureMs ? failures + 1 : 1;
      const delay = restartDelaysMs[failures - 1];
      if (delay === undefined) return `${command.name} ended ${end}, ${String(failures)} times in a row`;
      supervision.onEvent(`${command.name} ended ${end}. Restarting it in ${String(delay / 1000)} s.`);
      await sleep(delay, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (isStopping()) return `${command.name} was stopped`;
      running = start();
    }
  }

  async function stop(): Promise<void> {
    stopping.abort();
    const { program } = running;
    signalProgram(program, 'SIGTERM');
    const timer = setTimeout(() => {
      supervision.onEvent(`${command.name} did not stop within ${String(supervision.stopTimeoutMs / 1000)} s; killing it.`);
      signalProgram(program, 'SIGKILL');
    }, supervision.stopTimeoutMs);
    await program.ended;
    clearTimeout(timer);
  }

  return {
    name: command.name,
    firstEnd,
    lastLines: () => running.program.lastLines(),
    keepRunning,
    stop,
    kill: () => signalProgram(running.program, 'SIGKILL'),
  };
}

/** Runs a program as an orchestrator does: when it ends, it is started again. */
import { appendFileSync } from 'node:fs';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryRoot, signalProgram, spawnSupervised, type RunningProgram } from '@sendoff/devstack';
import type { Variables } from './inherited-environment.ts';

/** What is run. */
export interface ProgramPlan {
  readonly name: string;
  /** From the root of the repository. */
  readonly file: string;
  readonly environment: Variables;
  /** Its health endpoint. */
  readonly readyUrl: string;
  /** What the nth start, from 0, gets besides: a file to import first, and variables. */
  readonly armed?: ((start: number) => Armament | undefined) | undefined;
  /** Its lines and its ends are written there. */
  readonly logFile: string;
  /** Ends waiting, not the program. */
  readonly signal: AbortSignal;
}

/** How a program is made to end itself. */
export interface Armament {
  readonly preload: string;
  readonly variables: Variables;
}

/** A program that is kept running. */
export interface KeptProgram {
  readonly name: string;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** How many times it has ended by itself or by a signal that was not meant to stop it. */
  readonly deaths: () => number;
  /** Resolves when `GET /readyz` answers 200. */
  readonly ready: () => Promise<void>;
  /** SIGTERM, wait, start, wait until it is ready. Resolves with how it ended. */
  readonly restart: () => Promise<string>;
  /** SIGTERM, and SIGKILL when that does not help. Resolves with how it ended. */
  readonly stop: () => Promise<string>;
}

/** As in a restart policy with a little back-off. */
const RESTART_DELAY_MS = 300;
const STOP_LIMIT_MS = 40_000;
/** Generous: several rows start their programs at once, and a start takes seconds of the processor. */
const READY_LIMIT_MS = 120_000;
const POLL_MS = 50;

/** Starts it. */
export function keepProgram(plan: ProgramPlan): KeptProgram {
  let starts = 0;
  let deaths = 0;
  let isStopping = false;
  let running = start();

  const log = (line: string): void => appendFileSync(plan.logFile, `${plan.name} | ${line}\n`);

  function start(): RunningProgram {
    const armament = plan.armed?.(starts);
    starts += 1;
    const program = spawnSupervised(
      {
        name: plan.name,
        args: [...(armament === undefined ? [] : ['--import', armament.preload]), plan.file],
        cwd: repositoryRoot(),
        environment: { ...plan.environment, ...armament?.variables },
      },
      (line) => log(line),
    );
    void program.ended.then(async (how) => {
      log(`ended ${how}`);
      if (isStopping) return;
      deaths += 1;
      await sleep(RESTART_DELAY_MS);
      // Read anew: it may have been stopped during the pause.
      if (!hasStopped()) running = start();
    });
    return program;
  }

  const hasStopped = (): boolean => isStopping;

  async function ready(): Promise<void> {
    const deadline = performance.now() + READY_LIMIT_MS;
    while ((await statusOf(plan.readyUrl)) !== 200) {
      if (performance.now() > deadline) throw new Error(`${plan.name} is not ready; see ${plan.logFile}`);
      await sleep(POLL_MS, undefined, { signal: plan.signal });
    }
  }

  async function stop(): Promise<string> {
    isStopping = true;
    const program = running;
    // A stopped process hears SIGTERM only when it goes on.
    signalProgram(program, 'SIGCONT');
    signalProgram(program, 'SIGTERM');
    const timer = setTimeout(() => signalProgram(program, 'SIGKILL'), STOP_LIMIT_MS);
    const how = await program.ended;
    clearTimeout(timer);
    return how;
  }

  return {
    name: plan.name,
    signal: (signal) => {
      log(`gets ${signal}`);
      signalProgram(running, signal);
    },
    deaths: () => deaths,
    ready,
    restart: async () => {
      const how = await stop();
      isStopping = false;
      running = start();
      await ready();
      return how;
    },
    stop,
  };
}

/** The status of the answer; 0 when there is none. */
function statusOf(url: string): Promise<number> {
  return new Promise((resolve) => {
    const call = request(url, { timeout: 5000, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(0));
    call.end();
  });
}

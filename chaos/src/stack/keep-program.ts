/** Runs a program and restarts it when it exits, as an orchestrator does. */
import { appendFileSync } from 'node:fs';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryRoot, signalProgram, spawnSupervised, type RunningProgram } from '@sendoff/devstack';
import type { Variables } from './inherited-environment.ts';

export interface ProgramPlan {
  readonly name: string;
  /** Relative to the repository root. */
  readonly file: string;
  readonly environment: Variables;
  /** The URL of `/readyz`. */
  readonly readyUrl: string;
  /** Crash settings for the nth start, counted from 0. */
  readonly armed?: ((start: number) => Armament | undefined) | undefined;
  /** The file for its output and exits. */
  readonly logFile: string;
  /** Stops waiting; it does not stop the program. */
  readonly signal: AbortSignal;
}

/** A module to preload and its environment variables, which make the program crash. */
export interface Armament {
  readonly preload: string;
  readonly variables: Variables;
}

/** A supervised program. */
export interface KeptProgram {
  readonly name: string;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** The number of exits that were not requested by `stop` or `restart`. */
  readonly deaths: () => number;
  /** Resolves when `GET /readyz` responds with 200. */
  readonly ready: () => Promise<void>;
  /** Stops with SIGTERM, starts again and waits until it is ready. Resolves with a description of the exit. */
  readonly restart: () => Promise<string>;
  /** Stops with SIGTERM, and with SIGKILL after a timeout. Resolves with a description of the exit. */
  readonly stop: () => Promise<string>;
}

/** Similar to the delay of a restart policy. */
const RESTART_DELAY_MS = 300;
const STOP_LIMIT_MS = 40_000;
/** Generous: several rows start their programs in parallel, and a start takes seconds of CPU time. */
const READY_LIMIT_MS = 120_000;
const POLL_MS = 50;

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
      // A function, since the compiler assumes that `isStopping` has not changed; it can change during the pause.
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
    // A stopped process receives SIGTERM only after SIGCONT.
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

/** The HTTP status; 0 without a response. */
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

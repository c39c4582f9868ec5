/** `pnpm start`, from the command to the banner, and Ctrl-C. */
import { findFreePorts } from './ports.ts';
import { descendantsOf, stillRunning, type ProcessInfo } from './processes.ts';
import type { Releases } from './releases.ts';
import { describe, startProgram, type Program, type Variables } from './start-program.ts';
import { waitUntil } from './wait-until.ts';

/** Includes a build, in case sources have changed. */
const READY_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 10_000;

/** The last line of the banner. */
const READY = 'Ctrl-C stops everything.';

/** The running command. */
export interface RunningEverything {
  readonly program: Program;
  readonly banner: Banner;
  /** Milliseconds from the command to the banner. */
  readonly readyAfterMs: number;
  /** All descendants of the command. */
  readonly processes: readonly ProcessInfo[];
}

/** The content of the banner. */
export interface Banner {
  readonly apiUrl: string;
  /** `undefined` when a real relay is configured. */
  readonly inboxUrl: string | undefined;
  /** `undefined` except at the first start. */
  readonly key: string | undefined;
  readonly curlLine: string;
}

/** Variables with a free port for everything that `start` may run. */
export async function choosePorts(): Promise<Variables> {
  const ports = await findFreePorts(
    'PORT',
    'WORKER_PORT',
    'SUBMISSION_PORT',
    'SUBMISSIONS_PORT',
    'SMTP_HEALTH_PORT',
    'INBOX_PORT',
    'INBOX_SMTP_PORT',
  );
  return Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)]));
}

/** Runs `pnpm start` and parses the banner once it is printed. */
export async function startEverything(releases: Releases, variables: Variables): Promise<RunningEverything> {
  const begun = performance.now();
  const program = startProgram(releases, 'start', variables);
  await waitUntil('the banner of `start`', READY_LIMIT_MS, () => {
    if (program.hasEnded()) throw new Error(`${describe(program)}\nIt exited before everything was running.`);
    return program.output().includes(READY);
  });
  return {
    program,
    banner: readBanner(program.output()),
    readyAfterMs: performance.now() - begun,
    processes: descendantsOf(program.pid),
  };
}

/**
 * Sends Ctrl-C as a terminal does.
 *
 * @returns the milliseconds until all processes have exited
 * @throws {Error} with the processes that are still running after a few seconds
 */
export async function pressCtrlC({ program, processes }: RunningEverything): Promise<number> {
  const begun = performance.now();
  program.signal('SIGINT');
  await waitUntil('everything to be gone', STOP_LIMIT_MS, () => program.hasEnded() && stillRunning(processes).length === 0).catch(
    (error: unknown) => {
      throw new Error(`Still running: ${JSON.stringify(stillRunning(processes))}\n${describe(program)}`, { cause: error });
    },
  );
  return performance.now() - begun;
}

function readBanner(output: string): Banner {
  const row = (name: string): string | undefined =>
    output
      .split('\n')
      .find((line) => line.startsWith(`  ${name} `))
      ?.slice(17);
  const inbox = row('Inbox');
  return {
    apiUrl: row('API') ?? '',
    inboxUrl: inbox?.startsWith('http') ? inbox : undefined,
    key: row('API key'),
    curlLine: output.split('\n').find((line) => line.startsWith('curl ')) ?? '',
  };
}

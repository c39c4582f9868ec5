/** Starts PostgreSQL on a cluster and waits until it accepts connections. */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort, isPortFree } from '../ports.ts';
import type { Account } from './choose-account.ts';
import { POSTGRES_ENVIRONMENT } from './initialise-cluster.ts';
import type { Binaries } from './locate-binaries.ts';
import { repairPostmasterFile } from './postmaster-file.ts';
import { tryToConnect } from './try-to-connect.ts';

/** The settings of a start. */
export interface Launch {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly dataDirectory: string;
  readonly password: string;
  readonly logFile: string;
  /** The port to use if it is free, so that clients find the server again after a crash. */
  readonly preferredPort: number | undefined;
  /** `false` gives up durability for speed; for tests. */
  readonly durable: boolean;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  cluster_name: 'sendoff',
  max_connections: '150',
  shared_buffers: '64MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
} as const;

const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } as const;

/** Long, because PostgreSQL replays its WAL after a crash. */
const START_TIMEOUT_MS = 120_000;
const POLL_MS = 20;
const RETRY_MS = 200;

/** Temporary errors: another server uses the port, or processes of a crashed server are still ending. */
const PASSING = /Address already in use|could not bind|still in use/;
const ATTEMPTS = 25;

/**
 * Starts PostgreSQL in its own session, so that Ctrl-C at the terminal does not stop it before its clients. It outlives this
 * process unless it is stopped.
 *
 * @returns the port on which it accepts connections.
 * @throws {Error} with the end of the PostgreSQL log when it does not start.
 */
export async function launchPostmaster(launch: Launch): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    repairPostmasterFile(launch.dataDirectory);
    const port = await choosePort(attempt === 1 ? launch.preferredPort : undefined);
    const logFrom = sizeOf(launch.logFile);
    const postmaster = spawnPostmaster(launch, port);
    const ready = await untilReady(postmaster, launch.password, port);
    if (ready) return port;

    const log = readFrom(launch.logFile, logFrom);
    if (attempt === ATTEMPTS || !PASSING.test(log)) {
      throw new Error(`PostgreSQL did not start. The end of ${launch.logFile}:\n${log.split('\n').slice(-15).join('\n')}`);
    }
    await sleep(RETRY_MS);
  }
}

async function choosePort(preferred: number | undefined): Promise<number> {
  return preferred !== undefined && (await isPortFree(preferred, '127.0.0.1')) ? preferred : findFreePort();
}

function spawnPostmaster(launch: Launch, port: number): ChildProcess {
  const settings = { ...SETTINGS, ...(launch.durable ? {} : NOT_DURABLE), port: String(port) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(launch.logFile, 'a', 0o600);
  try {
    const postmaster = spawn(launch.binaries.postgres, ['-D', launch.dataDirectory, ...flags], {
      cwd: launch.dataDirectory,
      env: POSTGRES_ENVIRONMENT,
      stdio: ['ignore', log, log],
      detached: true,
      ...launch.account,
    });
    postmaster.unref();
    return postmaster;
  } finally {
    closeSync(log);
  }
}

/** Whether it accepts connections; `false` if it has exited. */
async function untilReady(postmaster: ChildProcess, password: string, port: number): Promise<boolean> {
  let failure: Error | undefined;
  postmaster.once('error', (error) => (failure = error));
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (postmaster.exitCode === null && postmaster.signalCode === null && performance.now() < deadline) {
    if (failure !== undefined) throw failure;
    if ((await tryToConnect({ port, password })) === 'connected') return true;
    await sleep(POLL_MS);
  }
  return false;
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function readFrom(file: string, offset: number): string {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(Math.max(0, sizeOf(file) - offset));
    readSync(descriptor, buffer, 0, buffer.length, offset);
    return buffer.toString('utf8').trimEnd();
  } finally {
    closeSync(descriptor);
  }
}

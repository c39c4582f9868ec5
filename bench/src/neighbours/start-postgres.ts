/** PostgreSQL as an operator would run it: durable and with enough buffers. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '@sendoff/devstack';
import type { Workplace } from '../workplace.ts';
import {
  chooseAccount,
  embeddedUrl,
  initialiseCluster,
  locateBinaries,
  placeBinaries,
  tryToConnect,
} from '@sendoff/devstack/postgres';

export interface Postgres {
  /** The process id of the postmaster. */
  readonly pid: number;
  readonly version: string;
  readonly urlOf: (database: string) => string;
}

/**
 * Settings that differ from PostgreSQL's defaults, and those of durability, which are explicit because the figures depend on them.
 */
export const POSTGRES_SETTINGS = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '1GB',
  max_wal_size: '8GB',
  max_connections: '200',
} as const;

const PLACE = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC' } as const;
const START_TIMEOUT_MS = 60_000;
const POLL_MS = 20;

/** Starts a server on a new cluster in the workplace. */
export async function startPostgres(workplace: Workplace): Promise<Postgres> {
  const account = chooseAccount();
  const binaries = placeBinaries(locateBinaries(), account);
  const password = randomBytes(16).toString('hex');
  const dataDirectory = join(workplace.directory, 'postgres');
  await initialiseCluster({ binaries, account, dataDirectory, password, durable: true });

  const port = await findFreePort();
  const logFile = join(workplace.directory, 'postgres.log');
  const log = openSync(logFile, 'a', 0o600);
  const flags = Object.entries({ ...POSTGRES_SETTINGS, ...PLACE, port: String(port) });
  const postmaster = spawn(
    binaries.postgres,
    ['-D', dataDirectory, ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      cwd: dataDirectory,
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' },
      stdio: ['ignore', log, log],
      detached: true,
      ...account,
    },
  );
  closeSync(log);
  postmaster.unref();
  if (postmaster.pid === undefined) throw new Error('PostgreSQL could not be started');
  workplace.guard(postmaster.pid);

  const deadline = performance.now() + START_TIMEOUT_MS;
  while ((await tryToConnect({ port, password })) !== 'connected') {
    if (postmaster.exitCode !== null || performance.now() > deadline) {
      throw new Error(`PostgreSQL did not start:\n${readFileSync(logFile, 'utf8')}`);
    }
    await sleep(POLL_MS);
  }
  return {
    pid: postmaster.pid,
    version: binaries.version,
    urlOf: (database) => embeddedUrl({ port, password }, database),
  };
}

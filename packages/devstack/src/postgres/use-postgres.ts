/** The embedded PostgreSQL of a home, shared by every command that needs it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { forgetUsers, joinUsers } from '../home/count-users.ts';
import { withLock } from '../home/with-lock.ts';
import { chooseAccount } from './choose-account.ts';
import { initialiseCluster } from './initialise-cluster.ts';
import { launchPostmaster } from './launch-postmaster.ts';
import { locateBinaries } from './locate-binaries.ts';
import { placeBinaries, placeData, type Notify } from './place-files.ts';
import { findPostmaster } from './postmaster-file.ts';
import { stopPostmaster } from './stop-postmaster.ts';
import { embeddedUrl, tryToConnect } from './try-to-connect.ts';

/** The database of Sendoff. */
const DATABASE = 'sendoff';

/** A PostgreSQL in use. */
export interface LocalPostgres {
  /** The URL of the Sendoff database. */
  readonly url: string;
  readonly dataDirectory: string;
  /** Whether it was already running. */
  readonly adopted: boolean;
  /** Restarts it on the same port if it has ended; returns whether it did. */
  readonly revive: () => Promise<boolean>;
  /** Stops it unless another command uses it. */
  readonly release: () => Promise<void>;
}

/** The settings of the embedded PostgreSQL. */
export interface PostgresHome {
  /** Absolute path of `SENDOFF_HOME`. */
  readonly home: string;
  readonly password: string;
  /** Prints where the data is, if it cannot be in the home. */
  readonly notify: Notify;
}

/**
 * Uses the PostgreSQL that runs on the data of the home, or creates and starts one.
 *
 * @throws {Error} with a readable message when it cannot be started.
 */
export async function usePostgres(options: PostgresHome): Promise<LocalPostgres> {
  const { home, password } = options;
  const lock = join(home, 'postgres.lock');
  const users = join(home, 'postgres.users');

  return withLock(lock, async () => {
    const running = await adoptOrStart(options);
    if (!running.adopted) forgetUsers(users);
    await createDatabase(running.port, password);
    const user = joinUsers(users);

    return {
      url: embeddedUrl({ port: running.port, password }, DATABASE),
      dataDirectory: running.dataDirectory,
      adopted: running.adopted,
      revive: () => withLock(lock, async () => !(await adoptOrStart(options)).adopted),
      release: () =>
        withLock(lock, async () => {
          if (user.leave() === 'was the last') await stopPostmaster(running.dataDirectory);
        }),
    };
  });
}

interface Running {
  readonly dataDirectory: string;
  readonly port: number;
  readonly adopted: boolean;
}

async function adoptOrStart({ home, password, notify }: PostgresHome): Promise<Running> {
  const account = chooseAccount(join(home, 'postgres'));
  const dataDirectory = placeData(home, account, notify);
  const adoptedPort = await adopt(dataDirectory, password);
  if (adoptedPort !== undefined) return { dataDirectory, port: adoptedPort, adopted: true };

  const binaries = placeBinaries(locateBinaries(), account);
  const cluster = { binaries, account, dataDirectory, password, durable: true };
  await initialiseCluster(cluster);
  const logFile = join(home, 'postgres.log');
  const port = await launchPostmaster({ ...cluster, logFile, preferredPort: lastPort(dataDirectory) });
  return { dataDirectory, port, adopted: false };
}

const POLL_MS = 20;

/** The port of the running PostgreSQL once it accepts connections; `undefined` if none runs. */
async function adopt(dataDirectory: string, password: string): Promise<number | undefined> {
  for (let found = findPostmaster(dataDirectory); found !== undefined; found = findPostmaster(dataDirectory)) {
    const { port } = found;
    if (port !== undefined && (await tryToConnect({ port, password })) === 'connected') return port;
    await sleep(POLL_MS);
  }
  return undefined;
}

/** PostgreSQL stores the arguments of its last start in a file. */
function lastPort(dataDirectory: string): number | undefined {
  try {
    const [, port] = /"port=(\d+)"/.exec(readFileSync(join(dataDirectory, 'postmaster.opts'), 'utf8')) ?? [];
    return Number(port) || undefined;
  } catch {
    return undefined;
  }
}

async function createDatabase(port: number, password: string): Promise<void> {
  const client = new Client({ connectionString: embeddedUrl({ port, password }, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE "${DATABASE}"`);
  } finally {
    await client.end();
  }
}

/** Creates a PostgreSQL cluster (initdb). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Account } from './choose-account.ts';
import type { Binaries } from './locate-binaries.ts';

/** The superuser of every embedded cluster. */
export const SUPERUSER = 'sendoff';

/**
 * Collation and `lower()` use the Unicode rules built into PostgreSQL, so that they are the same on every system without an
 * installed locale.
 */
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** A fixed environment, so that variables of the user's shell do not change the behaviour of PostgreSQL. */
export const POSTGRES_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' };

/** The settings of a new cluster. */
export interface NewCluster {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly dataDirectory: string;
  readonly password: string;
  /** Whether the files must survive a crash of the machine; `false` for tests. */
  readonly durable: boolean;
}

/**
 * Creates a cluster in the data directory if it does not exist.
 *
 * It is created in a temporary directory and then renamed, so that an interrupted attempt leaves no partial cluster.
 *
 * @throws {Error} with the output of initdb.
 */
export async function initialiseCluster(cluster: NewCluster): Promise<void> {
  if (existsSync(join(cluster.dataDirectory, 'PG_VERSION'))) {
    checkVersion(cluster);
    return;
  }

  mkdirSync(dirname(cluster.dataDirectory), { recursive: true });
  const fresh = mkdtempSync(`${cluster.dataDirectory}.new-`);
  const passwordFile = `${fresh}.password`;
  try {
    writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600, flag: 'wx' });
    if (cluster.account !== undefined) {
      for (const path of [fresh, passwordFile]) chownSync(path, cluster.account.uid, cluster.account.gid);
    }
    await runInitdb(cluster, fresh, passwordFile);
    renameSync(fresh, cluster.dataDirectory);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

async function runInitdb(cluster: NewCluster, directory: string, passwordFile: string): Promise<void> {
  const initdb = spawn(
    cluster.binaries.initdb,
    [
      `--pgdata=${directory}`,
      `--username=${SUPERUSER}`,
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      ...LOCALE,
      '--no-instructions',
      ...(cluster.durable ? [] : ['--no-sync']),
    ],
    { cwd: directory, env: POSTGRES_ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...cluster.account },
  );
  const [said, complained] = await Promise.all([text(initdb.stdout), text(initdb.stderr), once(initdb, 'close')]);
  if (initdb.exitCode !== 0)
    throw new Error(`initdb could not create a PostgreSQL cluster in ${cluster.dataDirectory}:\n${said}${complained}`);
}

/** PostgreSQL cannot read the data of another major version (https://www.postgresql.org/docs/current/upgrading.html). */
function checkVersion({ dataDirectory, binaries }: NewCluster): void {
  const made = readFileSync(join(dataDirectory, 'PG_VERSION'), 'utf8').trim();
  const [major] = binaries.version.split('.');
  if (made !== major) {
    throw new Error(
      `${dataDirectory} was created by PostgreSQL ${made}, but the embedded version is ${String(major)}. Move it away to start over, or set DATABASE_URL.`,
    );
  }
}

/** Makes a new PostgreSQL cluster (initdb). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Account } from './choose-account.ts';
import type { Binaries } from './locate-binaries.ts';

/** The superuser of every cluster made here. */
export const SUPERUSER = 'sendoff';

/**
 * Sorting and `lower()` by Unicode rules that are built into PostgreSQL, so that they are the same
 * on every system and need no locale to be installed.
 */
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** Variables of the person's shell must not change how PostgreSQL behaves. */
export const POSTGRES_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' };

/** What a cluster is made from. */
export interface NewCluster {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly dataDirectory: string;
  readonly password: string;
  /** Whether the files are to survive a crash of the machine; `false` for tests. */
  readonly durable: boolean;
}

/**
 * Makes a cluster in the data directory unless there is one.
 *
 * It is made beside and then renamed, so that an interrupted attempt leaves nothing that looks like
 * a cluster.
 *
 * @throws {Error} with what initdb said.
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
    throw new Error(`initdb could not make a PostgreSQL cluster in ${cluster.dataDirectory}:\n${said}${complained}`);
}

/** Data of another major version cannot be read (https://www.postgresql.org/docs/current/upgrading.html). */
function checkVersion({ dataDirectory, binaries }: NewCluster): void {
  const made = readFileSync(join(dataDirectory, 'PG_VERSION'), 'utf8').trim();
  const [major] = binaries.version.split('.');
  if (made !== major) {
    throw new Error(
      `${dataDirectory} was made by PostgreSQL ${made}, and the embedded one is ${String(major)}. Move it away to begin anew, or set DATABASE_URL.`,
    );
  }
}

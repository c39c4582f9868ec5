/** A temporary PostgreSQL for one test run, removed when the process ends that started it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isPortFree } from '@sendoff/devstack/ports';
import {
  chooseAccount,
  embeddedUrl,
  initialiseCluster,
  killPostgres,
  launchPostmaster,
  locateBinaries,
  placeBinaries,
  placeTemporaryData,
} from '@sendoff/devstack/postgres';

const PORT_POLL_MS = 20;

/** A running temporary PostgreSQL. */
export interface ThrowAwayPostgres {
  /** The URL of its maintenance database, as superuser. */
  readonly url: string;
  /** Kills all of its processes, as a crash of the machine would. Resolves when they are gone. */
  readonly kill: () => Promise<void>;
  /** Restarts it with its data on its port, after {@link kill}. */
  readonly startAgain: () => Promise<void>;
  /** Stops it and deletes its data. */
  readonly remove: () => Promise<void>;
}

/**
 * Starts a PostgreSQL in a temporary directory.
 *
 * @param options `durable`: with fsync, as in production; without it, starts and tests are faster. `preferredPort`: the port to
 *   use if it is free.
 */
export async function startThrowAwayPostgres({
  durable = false,
  preferredPort,
}: { readonly durable?: boolean; readonly preferredPort?: number } = {}): Promise<ThrowAwayPostgres> {
  const account = chooseAccount();
  const binaries = placeBinaries(locateBinaries(), account);
  const directory = placeTemporaryData(account);
  const password = randomBytes(16).toString('hex');
  const cluster = { binaries, account, dataDirectory: join(directory, 'postgres'), password, durable };

  try {
    await initialiseCluster(cluster);
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
  const guard = startGuard(directory);
  try {
    const logFile = join(directory, 'postgres.log');
    const port = await launchPostmaster({ ...cluster, logFile, preferredPort });
    return {
      url: embeddedUrl({ port, password }, 'postgres'),
      kill: () => killPostgres(cluster.dataDirectory),
      startAgain: async () => {
        while (!(await isPortFree(port, '127.0.0.1'))) await sleep(PORT_POLL_MS);
        await launchPostmaster({ ...cluster, logFile, preferredPort: port });
      },
      remove: () => endGuard(guard),
    };
  } catch (error) {
    await endGuard(guard);
    throw error;
  }
}

/**
 * Starts a process that stops PostgreSQL and deletes the directory when its pipe closes: on request, and also when the test run
 * is interrupted or killed.
 */
function startGuard(directory: string): ChildProcess {
  const script = join(import.meta.dirname, 'guard-throw-away-postgres.js');
  const guard = spawn(process.execPath, [script, directory], { stdio: ['pipe', 'ignore', 'inherit'], detached: true });
  guard.unref();
  (guard.stdin as unknown as { unref: () => void }).unref();
  return guard;
}

async function endGuard(guard: ChildProcess): Promise<void> {
  if (guard.exitCode !== null || guard.signalCode !== null) return;
  guard.ref();
  const ended = once(guard, 'exit');
  guard.stdin?.end();
  await ended;
}

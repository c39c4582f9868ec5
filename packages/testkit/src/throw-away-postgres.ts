/** A PostgreSQL for one run of tests or one proof, gone with the process that asked for it. */
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

/** A running PostgreSQL that nobody will miss. */
export interface ThrowAwayPostgres {
  /** URL of its maintenance database, as its superuser. */
  readonly url: string;
  /** Ends all of its processes at once, as when the machine goes down. Resolves when they are gone. */
  readonly kill: () => Promise<void>;
  /** Starts it again on its data and its port, after {@link kill}. */
  readonly startAgain: () => Promise<void>;
  /** Stops it and deletes its data. */
  readonly remove: () => Promise<void>;
}

/**
 * Starts one in a temporary directory.
 *
 * @param options `durable`: with fsync, so that a commit is what it is in production. Without it, a
 *   start and a test take less time. `preferredPort`: taken when it is free.
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
 * A process that stops PostgreSQL and deletes the directory when the pipe to it closes: on request,
 * and also when the run of tests is interrupted or killed.
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

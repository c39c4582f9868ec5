/** A PostgreSQL for one run of tests, gone with the process that asked for it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { chooseAccount } from '../postgres/choose-account.ts';
import { initialiseCluster } from '../postgres/initialise-cluster.ts';
import { launchPostmaster } from '../postgres/launch-postmaster.ts';
import { locateBinaries } from '../postgres/locate-binaries.ts';
import { placeBinaries, placeTemporaryData } from '../postgres/place-files.ts';
import { embeddedUrl } from '../postgres/try-to-connect.ts';

/** A running PostgreSQL that nobody will miss. */
export interface ThrowAwayPostgres {
  /** URL of its maintenance database, as its superuser. */
  readonly url: string;
  /** Stops it and deletes its data. */
  readonly remove: () => Promise<void>;
}

/** Starts one in a temporary directory, without fsync. */
export async function startThrowAwayPostgres(): Promise<ThrowAwayPostgres> {
  const account = chooseAccount();
  const binaries = placeBinaries(locateBinaries(), account);
  const directory = placeTemporaryData(account);
  const password = randomBytes(16).toString('hex');
  const cluster = { binaries, account, dataDirectory: join(directory, 'postgres'), password, durable: false };

  try {
    await initialiseCluster(cluster);
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
  const guard = startGuard(directory);
  try {
    const logFile = join(directory, 'postgres.log');
    const port = await launchPostmaster({ ...cluster, logFile, preferredPort: undefined });
    return { url: embeddedUrl({ port, password }, 'postgres'), remove: () => endGuard(guard) };
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

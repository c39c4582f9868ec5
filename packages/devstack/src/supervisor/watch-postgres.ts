/** Restarts the embedded PostgreSQL when it has ended. */
import { isAlive } from '../home/is-alive.ts';
import { readPostmasterFile } from '../postgres/postmaster-file.ts';
import type { LocalPostgres } from '../postgres/use-postgres.ts';

const PERIOD_MS = 1000;

/**
 * Checks every second.
 *
 * @param onEvent is called with a readable message for each event.
 * @returns a function that stops watching and waits for a restart in progress.
 */
export function watchPostgres(postgres: LocalPostgres, onEvent: (message: string) => void): () => Promise<void> {
  let reviving: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    const postmaster = readPostmasterFile(postgres.dataDirectory);
    if (postmaster !== undefined && isAlive(postmaster.pid)) return;
    reviving = reviving.then(revive);
  }, PERIOD_MS);

  async function revive(): Promise<void> {
    try {
      if (await postgres.revive()) onEvent('PostgreSQL ended and was restarted.');
    } catch (error) {
      onEvent(error instanceof Error ? error.message : String(error));
    }
  }

  return async () => {
    clearInterval(timer);
    await reviving;
  };
}

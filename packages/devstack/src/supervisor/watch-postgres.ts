/** Starts the embedded PostgreSQL again when it has died. */
import { isAlive } from '../home/is-alive.ts';
import { readPostmasterFile } from '../postgres/postmaster-file.ts';
import type { LocalPostgres } from '../postgres/use-postgres.ts';

const PERIOD_MS = 1000;

/**
 * Looks every second.
 *
 * @param onEvent is told what happens, in words for people.
 * @returns what ends the watch and waits for a start that is under way.
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
      if (await postgres.revive()) onEvent('PostgreSQL had ended and has been started again.');
    } catch (error) {
      onEvent(error instanceof Error ? error.message : String(error));
    }
  }

  return async () => {
    clearInterval(timer);
    await reviving;
  };
}

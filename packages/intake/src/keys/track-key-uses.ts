/** Records when API keys were last used, without a write for each request. */
import type { Logger } from '@sendoff/runtime';
import { noteApiKeyUses, type Database } from '@sendoff/db';

const WRITE_INTERVAL_MS = 10_000;

/** Uses of keys that are not recorded yet. */
export interface KeyUses {
  /** Records that a key is used now. */
  readonly record: (apiKeyId: string) => void;
  /** Stops the timer and writes the remaining uses. */
  readonly close: () => Promise<void>;
}

/**
 * Collects uses in memory and writes them every ten seconds in one statement, and once more on close. Failed writes are retried
 * the next time.
 *
 * @param wallClock returns milliseconds since 1970.
 */
export function trackKeyUses(database: Database, logger: Logger, wallClock: () => number): KeyUses {
  let uses = new Map<string, Date>();

  const write = async (): Promise<void> => {
    const taken = uses;
    uses = new Map();
    try {
      await noteApiKeyUses(database, taken);
    } catch (error) {
      for (const [id, at] of taken) if (!uses.has(id)) uses.set(id, at);
      logger.warn({ err: error, keys: taken.size }, 'recording the last use of API keys failed');
    }
  };
  const timer = setInterval(() => void write(), WRITE_INTERVAL_MS).unref();
  return {
    record: (apiKeyId) => void uses.set(apiKeyId, new Date(wallClock())),
    close: async () => {
      clearInterval(timer);
      await write();
    },
  };
}

/** When keys were last used, without a write for each request. */
import type { Logger } from '@sendoff/runtime';
import { noteApiKeyUses, type Database } from '@sendoff/db';

const WRITE_EVERY_MS = 10_000;

/** The uses of keys that are not written yet. */
export interface KeyUses {
  /** Notes that a key is used now. */
  readonly note: (apiKeyId: string) => void;
  /** Writes what is left; nothing is written on its own from then on. */
  readonly close: () => Promise<void>;
}

/**
 * Gathers uses in memory and writes them every ten seconds, all in one statement, and once more at
 * the end. What could not be written is written the next time.
 *
 * @param wallClock milliseconds since 1970.
 */
export function noteKeyUses(database: Database, logger: Logger, wallClock: () => number): KeyUses {
  let uses = new Map<string, Date>();

  const write = async (): Promise<void> => {
    const taken = uses;
    uses = new Map();
    try {
      await noteApiKeyUses(database, taken);
    } catch (error) {
      for (const [id, at] of taken) if (!uses.has(id)) uses.set(id, at);
      logger.warn({ err: error, keys: taken.size }, 'the last use of API keys could not be noted');
    }
  };
  const timer = setInterval(() => void write(), WRITE_EVERY_MS).unref();
  return {
    note: (apiKeyId) => void uses.set(apiKeyId, new Date(wallClock())),
    close: async () => {
      clearInterval(timer);
      await write();
    },
  };
}

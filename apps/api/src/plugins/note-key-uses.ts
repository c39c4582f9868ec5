/** When keys were last used, without a write for each request. */
import type { Logger } from '@sendoff/config';
import { noteApiKeyUses, type Database } from '@sendoff/db';
import type { FastifyInstance } from 'fastify';

const WRITE_EVERY_MS = 10_000;

/**
 * Gathers uses in memory and writes them every ten seconds, all in one statement, and once more when
 * `app` closes. What could not be written is written the next time.
 *
 * @param wallClock milliseconds since 1970.
 * @returns a function that notes that a key is used now.
 */
export function noteKeyUses(
  app: FastifyInstance,
  database: Database,
  logger: Logger,
  wallClock: () => number,
): (apiKeyId: string) => void {
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
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await write();
  });
  return (apiKeyId) => void uses.set(apiKeyId, new Date(wallClock()));
}

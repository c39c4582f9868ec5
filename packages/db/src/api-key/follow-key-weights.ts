/** Keeps the key weights of this process up to date with the table. */
import { setKeyWeights, type Logger } from '@sendoff/runtime';
import type { Database } from '../database.ts';
import { readKeyWeights } from './read-key-weights.ts';

const READ_EVERY_MS = 10_000;

/** The running updates. */
export interface KeyWeights {
  /** Reads the weights now, unless a read is running; also done at start and every ten seconds. Never rejects. */
  readonly readNow: () => Promise<void>;
  /** Stops reading, without waiting for a running read. */
  readonly close: () => void;
}

/** Applies the key weights of the table to this process's fair limiters. While the database is down, the last ones are kept. */
export function followKeyWeights(database: Database, logger: Pick<Logger, 'warn'>): KeyWeights {
  let isReading = false;
  let isBehind = false;
  const readNow = async (): Promise<void> => {
    if (isReading) return;
    isReading = true;
    try {
      setKeyWeights(await readKeyWeights(database));
      isBehind = false;
    } catch (error) {
      if (!isBehind) logger.warn({ err: error }, 'could not read API key weights; keeping the last known ones');
      isBehind = true;
    } finally {
      isReading = false;
    }
  };
  const timer = setInterval(() => void readNow(), READ_EVERY_MS).unref();
  void readNow();
  return { readNow, close: () => clearInterval(timer) };
}

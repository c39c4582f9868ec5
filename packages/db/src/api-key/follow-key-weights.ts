/** Shares of this process by the weights that keys have in the table. */
import { setKeyWeights, type Logger } from '@sendoff/runtime';
import type { Database } from '../database.ts';
import { readKeyWeights } from './read-key-weights.ts';

const READ_EVERY_MS = 10_000;

/** The weights as they are read again and again. */
export interface KeyWeights {
  /** Reads them now, unless they are being read. Done when they are followed, and every ten seconds. Never rejects. */
  readonly readNow: () => Promise<void>;
  /** Reads no more. What is being read is not waited for. */
  readonly close: () => void;
}

/** Has the shares of this process follow the weights of the keys. While the database is away, the last known ones hold. */
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
      if (!isBehind) logger.warn({ err: error }, 'the weights of API keys could not be read; the last known ones hold');
      isBehind = true;
    } finally {
      isReading = false;
    }
  };
  const timer = setInterval(() => void readNow(), READ_EVERY_MS).unref();
  void readNow();
  return { readNow, close: () => clearInterval(timer) };
}

/** Reads messages for display after they were answered. */
import { shareKeyOf, type Logger } from '@sendoff/runtime';
import { findPendingParts, readPendingMessage, recordParts, type Database, type PendingParts } from '@sendoff/db';
import { NO_PARTS } from '../message/read-parts.ts';
import type { Parsers } from './open-parsers.ts';

/** What it takes. */
export interface PartsReaderParts {
  readonly database: Database;
  readonly parsers: Pick<Parsers, 'parseLater'>;
  readonly logger: Logger;
}

/** Reads them one after the other, each key in its turn. */
export interface PartsReader {
  /** Has the message of an email read that was accepted just now. */
  readonly note: (email: PendingParts) => void;
  /** Resolves once nothing is being read any more; to be called when the threads are closed. */
  readonly close: () => Promise<void>;
}

/** Emails of a key that wait in memory; further ones are found in the table. */
const MAX_NOTED_PER_KEY = 100;
/** How often the table is asked for what was left unread: by a process that ended, or because a key had many. */
const SWEEP_EVERY_MS = 60_000;
/** Emails that are younger are being read by the process that accepted them. */
const SWEEP_AGE_MS = 60_000;
const SWEPT_AT_ONCE = 200;

/**
 * Opens the reader, which begins with what an earlier process has left. Several processes may read the same email: the first
 * one records it. An email whose message cannot be read is sent all the same, and shown without its parts.
 */
export function openPartsReader(
  { database, parsers, logger }: PartsReaderParts,
  { sweepEveryMs = SWEEP_EVERY_MS, sweepAgeMs = SWEEP_AGE_MS } = {},
): PartsReader {
  const underWay = new Map<string, Promise<void>>();
  const noted = new Map<string, number>();
  let isClosed = false;

  const read = async (emailId: string, key: string): Promise<void> => {
    try {
      const parts = await parsers.parseLater(key, () => readPendingMessage(database, emailId));
      if (parts === null || ('cause' in parts && parts.cause === 'turn')) return;
      if ('cause' in parts) logger.warn({ emailId, reason: parts.problem }, 'message cannot be read for display');
      await recordParts(database, emailId, 'cause' in parts ? NO_PARTS : parts);
    } catch (error) {
      // It stays in the table, to be found there.
      logger.warn({ err: error, emailId }, 'the parts of a message could not be recorded');
    }
  };

  const note = ({ emailId, apiKeyId }: PendingParts): void => {
    const key = shareKeyOf(apiKeyId);
    const count = noted.get(key) ?? 0;
    if (isClosed || underWay.has(emailId) || count >= MAX_NOTED_PER_KEY) return;
    noted.set(key, count + 1);
    const reading = read(emailId, key).finally(() => {
      underWay.delete(emailId);
      const left = (noted.get(key) ?? 1) - 1;
      if (left === 0) noted.delete(key);
      else noted.set(key, left);
    });
    underWay.set(emailId, reading);
  };

  let timer: NodeJS.Timeout | undefined;
  const sweep = async (): Promise<void> => {
    try {
      for (const email of await findPendingParts(database, new Date(Date.now() - sweepAgeMs), SWEPT_AT_ONCE)) note(email);
    } catch (error) {
      logger.warn({ err: error }, 'messages that are to be read could not be found');
    }
    if (!isClosed) timer = setTimeout(() => void (sweeping = sweep()), sweepEveryMs).unref();
  };
  let sweeping = sweep();

  return {
    note,
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await sweeping;
      await Promise.all(underWay.values());
    },
  };
}

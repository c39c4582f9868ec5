/** Parses messages for display after they were accepted. */
import { shareKeyOf, type Logger } from '@sendoff/runtime';
import { findPendingParts, readPendingMessage, recordParts, type Database, type PendingParts } from '@sendoff/db';
import { NO_PARTS } from '../message/read-parts.ts';
import type { Parsers } from './open-parsers.ts';

/** The dependencies of the parts reader. */
export interface PartsReaderParts {
  readonly database: Database;
  readonly parsers: Pick<Parsers, 'parseLater'>;
  readonly logger: Logger;
}

/** Parses messages in the background, fairly by API key. */
export interface PartsReader {
  /** Schedules the message of an email that was just accepted. */
  readonly note: (email: PendingParts) => void;
  /** Resolves when no message is being parsed; call it while closing the parser threads. */
  readonly close: () => Promise<void>;
}

/** Emails of a key that are scheduled in memory; the sweep finds the others in the database. */
const MAX_NOTED_PER_KEY = 100;
/** How often the database is searched for unparsed messages, left by a process that ended or beyond the limit of a key. */
const SWEEP_EVERY_MS = 60_000;
/** The process that accepted them is still parsing younger emails. */
const SWEEP_AGE_MS = 60_000;
const SWEPT_AT_ONCE = 200;

/**
 * Opens the reader, which starts with messages that earlier processes left unparsed. If several processes parse the same email,
 * the first one records it. An email that cannot be parsed is sent all the same, and displayed without parts.
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
      if ('cause' in parts) logger.warn({ emailId, reason: parts.problem }, 'parsing message for display failed');
      await recordParts(database, emailId, 'cause' in parts ? NO_PARTS : parts);
    } catch (error) {
      // The email stays pending, and the next sweep finds it.
      logger.warn({ err: error, emailId }, 'recording message parts failed');
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
      logger.warn({ err: error }, 'finding unparsed messages failed');
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

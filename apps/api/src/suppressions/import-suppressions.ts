import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { SendoffError } from '@sendoff/core';
import { addSuppressions, type Database, type NewSuppression, type NoteWebhooks } from '@sendoff/db';
import { readSuppressionLines, type BadLine } from './read-suppression-lines.ts';

/** What came of a file. */
export interface ImportReport {
  /** Addresses that are on the list since. */
  readonly added: number;
  /** Lines whose address was on the list already, or stood in an earlier line. */
  readonly existing: number;
  /** Lines that were left out. */
  readonly invalid: number;
  /** What is wrong with each of them. */
  readonly badLines: readonly BadLine[];
}

/** Lines in one statement. */
const PAGE = 1000;
/** A file with more bad lines than this is no list of addresses. */
const MAX_BAD_LINES = 10_000;

/**
 * Puts the addresses of a CSV file on the suppression list. Lines are taken as they come, however
 * many there are, a thousand in one transaction: bad ones are left out, and a file that breaks off
 * leaves what was read before on the list. The same file again does no harm.
 *
 * @param noteWebhooks hears which endpoints are to be told of it.
 * @throws {SendoffError} once there are too many bad lines; the good ones before are on the list then.
 */
export async function importSuppressions(database: Database, file: Readable, noteWebhooks?: NoteWebhooks): Promise<ImportReport> {
  const counts = { added: 0, existing: 0 };
  const badLines: BadLine[] = [];
  let page: NewSuppression[] = [];

  const flush = async (): Promise<void> => {
    if (page.length === 0) return;
    const results = await addSuppressions(database, page, noteWebhooks);
    const added = results.filter(({ isNew }) => isNew).length;
    counts.added += added;
    counts.existing += page.length - added;
    page = [];
  };

  for await (const lines of readSuppressionLines(file)) {
    // Other work has its turn.
    await setImmediate();
    for (const line of lines) {
      if (!('bad' in line)) {
        if (page.push(line.suppression) === PAGE) await flush();
      } else if (badLines.push(line.bad) > MAX_BAD_LINES) {
        await flush();
        throw new SendoffError('invalid_field', tooManyBadLines(line.bad));
      }
    }
  }
  await flush();
  return { ...counts, invalid: badLines.length, badLines };
}

const tooManyBadLines = ({ line, message }: BadLine): string =>
  `The file has more than ${MAX_BAD_LINES.toLocaleString('en')} bad lines, so nothing after line ${String(line)} was read. ` +
  `What is wrong with that line: ${message} The addresses before it are on the list.`;

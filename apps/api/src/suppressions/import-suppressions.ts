import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { SendoffError } from '@sendoff/core';
import { addSuppressions, type Database, type NewSuppression, type NoteWebhooks } from '@sendoff/db';
import { readSuppressionLines, type BadLine } from './read-suppression-lines.ts';

/** The result of an import. */
export interface ImportReport {
  /** Addresses added. */
  readonly added: number;
  /** Lines whose address was already on the list or in an earlier line. */
  readonly existing: number;
  /** Lines that were skipped. */
  readonly invalid: number;
  /** The skipped lines with the reasons. */
  readonly badLines: readonly BadLine[];
}

/** Lines per transaction. */
const PAGE = 1000;
/** A file with more invalid lines than this is not a list of addresses. */
const MAX_BAD_LINES = 10_000;

/**
 * Adds the addresses of a CSV file to the suppression list. The file is streamed, with a thousand lines per transaction. Invalid
 * lines are skipped. If the file breaks off, the addresses read before stay on the list. Importing a file twice is harmless.
 *
 * @param noteWebhooks called with the endpoints that subscribe to the change.
 * @throws {SendoffError} after too many invalid lines; the valid ones before them stay on the list.
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
    // Lets other work run.
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
  `The file has more than ${MAX_BAD_LINES.toLocaleString('en')} invalid lines, so nothing after line ${String(line)} was read. ` +
  `The error in that line: ${message} The addresses before it are on the list.`;

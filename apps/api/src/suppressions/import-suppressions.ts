import type { Readable } from 'node:stream';
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
  /** The first of them, by their numbers. */
  readonly badLines: readonly BadLine[];
}

/** Lines in one statement. */
const PAGE = 1000;
/** Bad lines that are told one by one; beyond that they are only counted. */
export const MOST_BAD_LINES = 10_000;

/**
 * Puts the addresses of a CSV file on the suppression list. Lines are taken as they come, however
 * many there are, a thousand in one transaction: bad ones are left out, and a file that breaks off
 * leaves what was read before on the list. The same file again does no harm.
 *
 * @param noteWebhooks hears which endpoints are to be told of it.
 */
export async function importSuppressions(database: Database, file: Readable, noteWebhooks?: NoteWebhooks): Promise<ImportReport> {
  const counts = { added: 0, existing: 0, invalid: 0 };
  const badLines: BadLine[] = [];
  let page: NewSuppression[] = [];

  const flush = async (): Promise<void> => {
    const results = await addSuppressions(database, page, noteWebhooks);
    const added = results.filter(({ isNew }) => isNew).length;
    counts.added += added;
    counts.existing += page.length - added;
    page = [];
  };

  for await (const line of readSuppressionLines(file)) {
    if ('bad' in line) {
      counts.invalid += 1;
      if (badLines.length < MOST_BAD_LINES) badLines.push(line.bad);
    } else if (page.push(line.suppression) === PAGE) await flush();
  }
  if (page.length > 0) await flush();
  return { ...counts, badLines };
}

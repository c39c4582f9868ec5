/** Reads the lines of a CSV file of suppressions. */
import type { Readable } from 'node:stream';
import type { NewSuppression, SuppressionOrigin } from '@sendoff/db';
import { unmarkFormula } from './formula-marks.ts';
import { readAddress } from './read-address.ts';
import { splitCsvLine } from './split-csv-line.ts';

/** An invalid line of a file. */
export interface BadLine {
  /** From 1. */
  readonly line: number;
  /** A sentence. */
  readonly message: string;
}

/** A line: the suppression it adds, or why it is invalid. */
export type ReadLine = { readonly suppression: NewSuppression } | { readonly bad: BadLine };

/** Lines read in one batch: a line with quotes takes up to 50 µs. */
const LINES_AT_ONCE = 100;
/** Characters of a line; an address has at most 254 octets. */
const MAX_LINE_LENGTH = 10_000;
/** Columns searched for `email` and `origin`. */
const MAX_COLUMNS = 100;
const ORIGINS = ['manual', 'bounce', 'complaint'] as const satisfies readonly SuppressionOrigin[];

/**
 * Streams the lines of a file in batches of up to a hundred. If the first line contains the column name `email`, it is a header
 * that also locates `origin`; otherwise each line begins with the address. Empty lines are counted and ignored. Values cannot
 * span lines: a multi-line value yields invalid lines and affects no others.
 */
export async function* readSuppressionLines(file: Readable): AsyncGenerator<readonly ReadLine[]> {
  let columns: Columns | undefined;
  let number = 0;
  const read = (line: string): ReadLine | null => {
    number += 1;
    if (line.trim() === '') return null;
    const values = readValues(line, columns);
    if (typeof values === 'string') return { bad: { line: number, message: values } };
    if (columns !== undefined) return readLine(values, columns, number);
    columns = readColumns(values);
    return isHeader(values) ? null : readLine(values, columns, number);
  };
  for await (const lines of linesOf(file)) {
    let together: ReadLine[] = [];
    for (const line of lines) {
      const one = read(line);
      if (one === null || together.push(one) < LINES_AT_ONCE) continue;
      yield together;
      together = [];
    }
    yield together;
  }
}

/** Lines without line ends, grouped by chunk. A line that is too long is cut just above the limit, so that it is still reported. */
async function* linesOf(file: Readable): AsyncGenerator<readonly string[]> {
  // Removes a byte order mark.
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of file) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = (lines.pop() ?? '').slice(0, MAX_LINE_LENGTH + 1);
    yield lines;
  }
  yield [rest];
}

/** The values of a line, or why it is invalid. */
function readValues(line: string, columns: Columns | undefined): readonly string[] | string {
  if (line.length > MAX_LINE_LENGTH) return `The line has more than ${String(MAX_LINE_LENGTH)} characters.`;
  const most = columns === undefined ? MAX_COLUMNS : Math.max(columns.email, columns.origin) + 1;
  return splitCsvLine(line, most) ?? 'The line is not valid CSV: its quotes are unbalanced.';
}

/** Column indexes; -1 if absent. */
interface Columns {
  readonly email: number;
  readonly origin: number;
}

const isHeader = (values: readonly string[]): boolean => values.some((name) => name.toLowerCase() === 'email');

function readColumns(first: readonly string[]): Columns {
  if (!isHeader(first)) return { email: 0, origin: -1 };
  const names = first.map((name) => name.toLowerCase());
  return { email: names.indexOf('email'), origin: names.indexOf('origin') };
}

function readLine(values: readonly string[], { email: at, origin: originAt }: Columns, line: number): ReadLine {
  const origin = (values[originAt] ?? '') === '' ? 'manual' : ORIGINS.find((one) => one === values[originAt]);
  if (origin === undefined) return { bad: { line, message: `The origin must be one of ${ORIGINS.join(', ')}.` } };
  const email = readAddress(unmarkFormula(values[at] ?? ''));
  return typeof email === 'string'
    ? { suppression: { email, origin } }
    : { bad: { line, message: `The email ${email.problem}.` } };
}

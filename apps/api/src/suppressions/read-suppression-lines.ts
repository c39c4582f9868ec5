/** Reads the lines of a CSV file of suppressions. */
import type { Readable } from 'node:stream';
import type { NewSuppression, SuppressionOrigin } from '@sendoff/db';
import { unmarkFormula } from './formula-marks.ts';
import { readAddress } from './read-address.ts';
import { splitCsvLine } from './split-csv-line.ts';

/** What is wrong with a line of a file. */
export interface BadLine {
  /** From 1. */
  readonly line: number;
  /** A sentence. */
  readonly message: string;
}

/** A line: what it adds, or what is wrong with it. */
export type ReadLine = { readonly suppression: NewSuppression } | { readonly bad: BadLine };

/** Lines that are read at once: a line with quotes takes up to 50 µs. */
const LINES_AT_ONCE = 100;
/** Characters of one line; an address has 254 octets at most. */
const MAX_LINE_LENGTH = 10_000;
/** Columns among which `email` and `origin` are looked for. */
const MAX_COLUMNS = 100;
const ORIGINS = ['manual', 'bounce', 'complaint'] as const satisfies readonly SuppressionOrigin[];

/**
 * The lines of a file as they come, up to a hundred together. A first line that names the column `email` says where it is, and
 * where `origin` is if that is there; without such a line each begins with the address. Empty lines
 * count and say nothing. No value spans lines: what was to be one is bad lines, and spoils no others.
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

/** Lines without their ends, those of a chunk together; one that is too long is cut where it can be seen that it is. */
async function* linesOf(file: Readable): AsyncGenerator<readonly string[]> {
  // Leaves out a byte order mark.
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of file) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = (lines.pop() ?? '').slice(0, MAX_LINE_LENGTH + 1);
    yield lines;
  }
  yield [rest];
}

/** The values of a line, or what is wrong with it. */
function readValues(line: string, columns: Columns | undefined): readonly string[] | string {
  if (line.length > MAX_LINE_LENGTH) return `The line has more than ${String(MAX_LINE_LENGTH)} characters.`;
  const most = columns === undefined ? MAX_COLUMNS : Math.max(columns.email, columns.origin) + 1;
  return splitCsvLine(line, most) ?? 'The line is not valid CSV: its quotes do not fit.';
}

/** Where in a line something is; -1 where it is not. */
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

/** Finds the fields of the header section of a message (RFC 5322 section 2.2). */

/** The position of a field in the message. */
export interface HeaderField {
  /** In lower case; empty for a line that is not a field. */
  readonly name: string;
  /** Offset of its first byte. */
  readonly start: number;
  /** Offset after its last CRLF, including folded lines. */
  readonly end: number;
}

/**
 * The fields in order, and the offset where they end: the empty line, or the end of a message without a body. A section that
 * exceeds a limit is read up to the line that exceeds it, and `end` is after that line.
 */
export interface HeaderSection {
  readonly fields: readonly HeaderField[];
  readonly end: number;
}

const CRLF = '\r\n';
const LF = 0x0a;
/** Printable ASCII without the colon; RFC 5322 section 4.5 allows spaces before the colon in old messages. */
const NAME = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:/;
/** Maximum bytes of the header section, far more than programs write. Each field takes many times its size in memory. */
export const MAX_HEADER_BYTES = 256 * 1024;
/** Maximum number of fields. Messages that were forwarded many times have about a hundred. */
export const MAX_HEADER_FIELDS = 1000;
/** Bytes of a line that are searched for a field name; no name that is looked up is longer. */
const MAX_NAME_BYTES = 100;

/**
 * Finds the fields of a message whose lines end in CRLF.
 *
 * @param maxBytes the limit of the section; Infinity for a section that was re-encoded from one within the limit.
 */
export function findHeaderFields(message: Buffer, maxBytes = MAX_HEADER_BYTES): HeaderSection {
  const fields: HeaderField[] = [];
  let name = '';
  let fieldStart = 0;
  const finish = (end: number): void => {
    if (end > fieldStart) fields.push({ name, start: fieldStart, end });
  };
  let start = 0;
  while (start < message.length && start <= maxBytes && fields.length < MAX_HEADER_FIELDS) {
    const end = lineEnd(message, start);
    if (end - start === CRLF.length && message[end - 1] === LF) break;
    if (start === 0 || !isFolded(message, start)) {
      finish(start);
      [name, fieldStart] = [nameOf(message, start, end), start];
    }
    start = end;
  }
  finish(start);
  return { fields, end: start };
}

/** A loop is several times faster than `indexOf` for short lines. */
function lineEnd(message: Buffer, start: number): number {
  let at = start;
  while (at < message.length && message[at] !== LF) at += 1;
  return Math.min(at + 1, message.length);
}

/** A line that begins with white space continues the previous one. */
const isFolded = (message: Buffer, start: number): boolean => message[start] === 0x20 || message[start] === 0x09;

function nameOf(message: Buffer, start: number, end: number): string {
  const beginning = message.toString('latin1', start, Math.min(end, start + MAX_NAME_BYTES));
  return NAME.exec(beginning)?.[1]?.toLowerCase() ?? '';
}

/** The value of a field, unfolded and trimmed, from the first `most` bytes of the field. */
export function valueOf(message: Buffer, { start, end }: HeaderField, most = Infinity): string {
  const text = message.toString('utf8', start, Math.min(end, start + most));
  return text
    .slice(text.indexOf(':') + 1)
    .replaceAll(CRLF, '')
    .trim();
}

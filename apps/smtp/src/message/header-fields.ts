/** The header section of a message, field by field (RFC 5322 section 2.2), as it stands there. */

/** Where a field is. */
export interface HeaderField {
  /** In lower case; empty for a line that is no field. */
  readonly name: string;
  /** Offset of its first byte. */
  readonly start: number;
  /** Offset behind its last CRLF, that of folded lines included. */
  readonly end: number;
}

/**
 * The fields in their order, and where they end: the empty line, or the end of a message without a body. Of a section
 * that is too long, those up to the line with which it is; `end` is then behind that line.
 */
export interface HeaderSection {
  readonly fields: readonly HeaderField[];
  readonly end: number;
}

const CRLF = '\r\n';
const LF = 0x0a;
/** Printable ASCII without the colon; RFC 5322 section 4.5 lets old messages have spaces before it. */
const NAME = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:/;
/**
 * Bytes of the header section. Far more than programs write; what is read of it stands in a small row, and each field
 * takes many times the memory of its bytes.
 */
export const MAX_HEADER_BYTES = 256 * 1024;
/** Fields of the header section. Messages that were forwarded many times have some hundred. */
export const MAX_HEADER_FIELDS = 1000;
/** Bytes of a line that can hold a name: no field that is looked for has a longer one. */
const MAX_NAME_BYTES = 100;

/**
 * Finds the fields of a message whose lines end in CRLF.
 *
 * @param maxBytes where the section is too long; one that was made here of a shorter one has no limit.
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

/** A loop takes a fraction of the time of `indexOf` where lines are short. */
function lineEnd(message: Buffer, start: number): number {
  let at = start;
  while (at < message.length && message[at] !== LF) at += 1;
  return Math.min(at + 1, message.length);
}

/** A line that begins with white space goes on with the one before. */
const isFolded = (message: Buffer, start: number): boolean => message[start] === 0x20 || message[start] === 0x09;

function nameOf(message: Buffer, start: number, end: number): string {
  const beginning = message.toString('latin1', start, Math.min(end, start + MAX_NAME_BYTES));
  return NAME.exec(beginning)?.[1]?.toLowerCase() ?? '';
}

/** The value of a field, unfolded and without spaces around it; its first `most` bytes. */
export function valueOf(message: Buffer, { start, end }: HeaderField, most = Infinity): string {
  const text = message.toString('utf8', start, Math.min(end, start + most));
  return text
    .slice(text.indexOf(':') + 1)
    .replaceAll(CRLF, '')
    .trim();
}

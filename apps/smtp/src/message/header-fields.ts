/** The header section of a message, field by field (RFC 5322 section 2.2), as it stands there. */

/** Where a field is. */
export interface HeaderField {
  /** In lower case; empty for a line that is no field. */
  readonly name: string;
  /** Offset of its first octet. */
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
/** Printable ASCII without the colon; RFC 5322 section 4.5 lets old messages have spaces before it. */
const NAME = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:/;
/**
 * Octets of the header section. Far more than programs write; what is read of it stands in a small row, and each field
 * takes many times the memory of its octets.
 */
export const LONGEST_HEADER = 256 * 1024;
/** Octets of a line that can hold a name: no field that is looked for has a longer one. */
const LONGEST_NAME = 100;

/** Finds the fields of a message whose lines end in CRLF. */
export function findHeaderFields(message: Buffer): HeaderSection {
  const fields: HeaderField[] = [];
  let start = 0;
  while (start < message.length && start <= LONGEST_HEADER) {
    const end = lineEnd(message, start);
    if (end - start === CRLF.length) return { fields, end: start };
    const last = fields.at(-1);
    if (last !== undefined && isFolded(message, start)) fields[fields.length - 1] = { ...last, end };
    else fields.push({ name: nameOf(message, start, end), start, end });
    start = end;
  }
  return { fields, end: start };
}

function lineEnd(message: Buffer, start: number): number {
  const found = message.indexOf(CRLF, start, 'latin1');
  return found === -1 ? message.length : found + CRLF.length;
}

/** A line that begins with white space goes on with the one before. */
const isFolded = (message: Buffer, start: number): boolean => message[start] === 0x20 || message[start] === 0x09;

function nameOf(message: Buffer, start: number, end: number): string {
  const beginning = message.toString('latin1', start, Math.min(end, start + LONGEST_NAME));
  return NAME.exec(beginning)?.[1]?.toLowerCase() ?? '';
}

/** The value of a field, unfolded and without spaces around it. */
export function valueOf(message: Buffer, { start, end }: HeaderField): string {
  const text = message.toString('utf8', start, end);
  return text
    .slice(text.indexOf(':') + 1)
    .replaceAll(CRLF, '')
    .trim();
}

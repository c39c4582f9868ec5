import { isAscii, isUtf8 } from 'node:buffer';
import { encodeField, type FieldOptions } from './encode-field.ts';
import { isAsciiText } from './encode-words.ts';

/** A header section that is ASCII as far as that is possible. */
export interface EncodedHeader {
  readonly header: Buffer;
  /** What could not be encoded, as a sentence for people; null where everything is ASCII. */
  readonly problem: string | null;
}

/**
 * Encodes the fields of a header section that hold UTF-8. The other fields keep every octet.
 *
 * @param header the fields, each with its CRLF, without the empty line.
 */
export function encodeHeader(header: Buffer, options: FieldOptions): EncodedHeader {
  if (isAscii(header)) return { header, problem: null };
  if (!isUtf8(header)) return { header, problem: 'The header of the message holds octets that are not UTF-8.' };
  let problem: string | null = null;
  const fields = fieldsOf(header).map((field) => {
    if (isAsciiText(field)) return field;
    const encoded = encodeField(field, options);
    if (!isAsciiText(encoded)) problem ??= `The field \`${nameOf(field)}\` has no form in ASCII.`;
    return encoded;
  });
  return { header: Buffer.from(fields.join('')), problem };
}

/** The fields of a header section, each with the lines that continue it and with its CRLF. */
export const fieldsOf = (header: Buffer): string[] =>
  header
    .toString()
    .split(/(?<=\r\n)(?![ \t])/)
    .filter((field) => field !== '');

/** The name of a field as it is written, in as many characters as a name has. */
export const nameOf = (field: string): string => /^[\x21-\x39\x3b-\x7e]{1,76}/.exec(field)?.[0] ?? '';

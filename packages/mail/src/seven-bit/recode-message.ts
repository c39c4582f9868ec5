import { encodeBody } from './encode-body.ts';
import { encodeHeader } from './encode-header.ts';
import { isSigned } from './is-signed.ts';
import { NoAsciiForm } from './no-ascii-form.ts';
import { splitEntity } from './split-entity.ts';

/** Which half of a message must be ASCII. */
export interface AsciiHalves {
  /** Without SMTPUTF8 (RFC 6531). */
  readonly header: boolean;
  /** Without 8BITMIME (RFC 6152). */
  readonly body: boolean;
}

/**
 * The message with these halves in ASCII, for a relay that takes nothing else.
 *
 * @throws {NoAsciiForm} where there is no such message: an author's address without an ASCII form, a signature that would
 * be broken, a structure that cannot be read.
 */
export function recodeMessage(message: Buffer, { header: toAsciiHeader, body: toAsciiBody }: AsciiHalves): Buffer {
  const { header, rest } = splitEntity(message);
  if (isSigned(header)) throw new NoAsciiForm('It is signed, and the signature would no longer hold.');
  const encoded = toAsciiHeader ? encodeHeader(header, { hideAddresses: true }) : { header, problem: null };
  if (encoded.problem !== null) throw new NoAsciiForm(encoded.problem);
  const entity = { header: encoded.header, rest };
  return toAsciiBody ? encodeBody(entity) : Buffer.concat([entity.header, rest]);
}

import { isAscii, isUtf8 } from 'node:buffer';
import { encode as encodeBase64, wrap as wrapBase64 } from 'nodemailer/lib/base64';
import { parseHeaderValue } from 'nodemailer/lib/mime-funcs';
import { encode as encodeQuotedPrintable, wrap as wrapQuotedPrintable } from 'nodemailer/lib/qp';
import { encodeHeader, fieldsOf, nameOf } from './encode-header.ts';
import { NoAsciiForm } from './no-ascii-form.ts';
import { splitEntity } from './split-entity.ts';
import { splitMultipart } from './split-multipart.ts';

const LINE_LENGTH = 76;
const CRLF = Buffer.from('\r\n');
const NOTHING = Buffer.alloc(0);
/** Octets of a text; a longer one is written as base64, which takes a fraction of the time. */
const MAX_QUOTED_PRINTABLE_LENGTH = 256 * 1024;
/** Parts within parts; each level is copied once more. */
const DEEPEST = 20;

/** Where an entity stands. */
interface Place {
  readonly depth: number;
  /** What it is without a Content-Type of its own. */
  readonly defaultType: 'text/plain' | 'message/rfc822';
}

const TOP: Place = { depth: 0, defaultType: 'text/plain' };

/**
 * Writes the body of a message for relays without 8BITMIME (RFC 6152 section 3): the parts that hold 8-bit octets become
 * quoted-printable or base64, and those around them 7bit. Everything else keeps every octet.
 *
 * @throws {NoAsciiForm} where that is not possible, or would break a signature.
 */
export function encodeBody({ header, rest }: { readonly header: Buffer; readonly rest: Buffer }): Buffer {
  return isAscii(rest) ? Buffer.concat([header, rest]) : encodeContent(header, rest, TOP);
}

function encodePart(part: Buffer, place: Place): Buffer {
  if (isAscii(part)) return part;
  if (place.depth > DEEPEST) throw new NoAsciiForm('It has too many parts within parts.');
  const { header, rest } = splitEntity(part);
  const encoded = encodeHeader(header, { hideAddresses: true });
  if (encoded.problem !== null) throw new NoAsciiForm(encoded.problem);
  return isAscii(rest) ? Buffer.concat([encoded.header, rest]) : encodeContent(encoded.header, rest, place);
}

/** @param rest begins with the empty line. */
function encodeContent(header: Buffer, rest: Buffer, { depth, defaultType }: Place): Buffer {
  const body = rest.subarray(CRLF.length);
  const written = valueOf(header, 'Content-Type');
  const { value, params } = parseHeaderValue(written ?? defaultType, { stripComments: true });
  const type = value.toLowerCase();
  if (type === 'multipart/signed' || type === 'multipart/encrypted') {
    throw new NoAsciiForm('A part of it is signed, and the signature would no longer hold.');
  }
  if (type.startsWith('multipart/')) {
    const inner: Place = { depth: depth + 1, defaultType: type === 'multipart/digest' ? 'message/rfc822' : 'text/plain' };
    const parts = splitMultipart(body, params['boundary'] ?? '').map(({ kind, octets }) =>
      // What stands around the parts is for nobody to read (RFC 2046 section 5.1.1).
      kind === 'part' ? encodePart(octets, inner) : kind === 'around' && !isAscii(octets) ? NOTHING : octets,
    );
    return Buffer.concat([withEncoding(header, '7bit'), CRLF, ...parts]);
  }
  if (type === 'message/rfc822' || type === 'message/global') {
    return Buffer.concat([withEncoding(header, '7bit'), CRLF, encodePart(body, { depth: depth + 1, defaultType: 'text/plain' })]);
  }
  return encodeLeaf(header, body, { type, isTyped: written !== null, isTop: depth === 0 });
}

function encodeLeaf(
  header: Buffer,
  body: Buffer,
  { type, isTyped, isTop }: { readonly type: string; readonly isTyped: boolean; readonly isTop: boolean },
): Buffer {
  const encoding = (valueOf(header, 'Content-Transfer-Encoding') ?? '7bit').toLowerCase();
  if (!['7bit', '8bit', 'binary'].includes(encoding)) {
    throw new NoAsciiForm('A part of it says that it is encoded, and holds octets outside of ASCII.');
  }
  const isText = type.startsWith('text/') && body.length <= MAX_QUOTED_PRINTABLE_LENGTH;
  const encoded = isText
    ? wrapQuotedPrintable(encodeQuotedPrintable(body), LINE_LENGTH)
    : `${wrapBase64(encodeBase64(body), LINE_LENGTH)}\r\n`;
  const added = [
    // RFC 2045 section 4: without it, nothing else is heeded.
    ...(isTop && valueOf(header, 'MIME-Version') === null ? ['MIME-Version: 1.0\r\n'] : []),
    // RFC 1428 has the name for a charset that nobody knows.
    ...(isTyped ? [] : [`Content-Type: text/plain; charset=${isUtf8(body) ? 'utf-8' : 'unknown-8bit'}\r\n`]),
  ];
  const fields = withEncoding(header, isText ? 'quoted-printable' : 'base64');
  return Buffer.concat([fields, Buffer.from(added.join('')), CRLF, Buffer.from(encoded, 'latin1')]);
}

/** The value of the first field of that name, unfolded; null where there is none. */
function valueOf(header: Buffer, name: string): string | null {
  const field = fieldsOf(header).find(isNamed(name));
  return field === undefined
    ? null
    : field
        .slice(field.indexOf(':') + 1)
        .replaceAll('\r\n', '')
        .trim();
}

/** The header with one Content-Transfer-Encoding. */
function withEncoding(header: Buffer, encoding: string): Buffer {
  const others = fieldsOf(header).filter((field) => !isNamed('Content-Transfer-Encoding')(field));
  return Buffer.from(`${others.join('')}Content-Transfer-Encoding: ${encoding}\r\n`);
}

const isNamed =
  (name: string) =>
  (field: string): boolean =>
    nameOf(field).toLowerCase() === name.toLowerCase();

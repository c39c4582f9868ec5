import { NoAsciiForm } from './no-ascii-form.ts';

/** A piece of the body of a multipart; all of them together are the body. */
export interface MultipartPiece {
  /** A part, a delimiter with the line breaks that belong to it, or what stands before the first and behind the last. */
  readonly kind: 'part' | 'delimiter' | 'around';
  readonly octets: Buffer;
}

const LF = 0x0a;

/**
 * Splits the body of a multipart (RFC 2046 section 5.1.1).
 *
 * @throws {NoAsciiForm} where it has no parts.
 */
export function splitMultipart(body: Buffer, boundary: string): MultipartPiece[] {
  const pieces: MultipartPiece[] = [];
  let kind: 'part' | 'around' = 'around';
  let start = 0;
  for (const { from, to, isLast } of delimiters(body, boundary)) {
    pieces.push({ kind, octets: body.subarray(start, from) }, { kind: 'delimiter', octets: body.subarray(from, to) });
    start = to;
    kind = isLast ? 'around' : 'part';
    if (isLast) break;
  }
  if (pieces.length === 0) throw new NoAsciiForm('A part of it names a boundary that does not come.');
  return [...pieces, { kind, octets: body.subarray(start) }];
}

interface Delimiter {
  /** Its CRLF before it belongs to it, and the rest of its line. */
  readonly from: number;
  readonly to: number;
  readonly isLast: boolean;
}

function* delimiters(body: Buffer, boundary: string): Generator<Delimiter> {
  if (boundary === '') return;
  const dashed = `--${boundary}`;
  let at = body.indexOf(dashed);
  let last = 0;
  while (at !== -1) {
    const behind = at + Buffer.byteLength(dashed);
    const lf = body.indexOf(LF, behind);
    const to = lf === -1 ? body.length : lf + 1;
    const isAtLineStart = at === 0 || body[at - 1] === LF;
    // A line has 998 octets at most; a longer remainder is no delimiter.
    const rest = isAtLineStart && to - behind < 1000 ? body.toString('latin1', behind, to) : 'x';
    if (/^(?:--)?[ \t]*(?:\r\n)?$/.test(rest)) {
      yield { from: Math.max(at - 2, last), to, isLast: rest.startsWith('--') };
      last = to;
      at = body.indexOf(dashed, to);
    } else {
      at = body.indexOf(dashed, behind);
    }
  }
}

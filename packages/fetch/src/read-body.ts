/** Reads the body of an answer, and no more of it than is wanted. */
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/**
 * Content codings (RFC 9110 section 8.4.1), and how they are undone. Only `identity` is asked for,
 * but some servers know their files in no other form.
 */
const DECODERS = new Map<string, (() => Transform) | null>([
  ['', null],
  ['identity', null],
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/** A whole body, or why there is none. */
export type Body =
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'too_large' | 'unknown_coding' | 'no_room' };

/**
 * Reads the body to its end, or until it has more than `maxBytes` octets without its content
 * coding, so that a small body cannot grow into a large one.
 *
 * @param headers.length the Content-Length, if there is one: saves the reading of what is too large anyway.
 * @param headers.coding the Content-Encoding, if there is one.
 * @param takeRoom is asked for each piece that comes.
 * @throws what broke the stream, among it the reason of an aborted signal.
 */
export async function readBody(
  body: Readable,
  headers: { readonly length: string | undefined; readonly coding: string | undefined },
  maxBytes: number,
  takeRoom: (bytes: number) => boolean = () => true,
): Promise<Body> {
  const decoder = DECODERS.get(headers.coding?.trim().toLowerCase() ?? '');
  if (decoder === undefined) return discard(body, 'unknown_coding');
  if (Number(headers.length) > maxBytes) return discard(body, 'too_large');
  // An error of the body reaches the reader through the decoder, and the end of the reading reaches the body.
  return collect(decoder === null ? body : pipeline(body, decoder(), () => undefined), maxBytes, takeRoom);
}

async function collect(stream: Readable, maxBytes: number, takeRoom: (bytes: number) => boolean): Promise<Body> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) return { kind: 'too_large' };
    if (!takeRoom(chunk.length)) return { kind: 'no_room' };
    chunks.push(chunk);
  }
  return { kind: 'read', bytes: Buffer.concat(chunks, size) };
}

/**
 * At most `maxBytes` of the body; where there is more, the connection ends with it. Where the body breaks off, it is
 * what came before.
 */
export async function readBeginning(body: Readable, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maxBytes) break;
    }
  } catch {
    // The stream is destroyed, and what was read is all that there will be.
  }
  return Buffer.concat(chunks, Math.min(size, maxBytes));
}

function discard(body: Readable, kind: 'too_large' | 'unknown_coding'): Body {
  endUnread(body);
  return { kind };
}

/** Ends an answer whose body nobody wants, and its connection with it. */
export function endUnread(body: Readable): void {
  body.on('error', () => undefined).destroy();
}

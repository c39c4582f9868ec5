/** Reads the body of a response up to a limit. */
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/**
 * Decoders by content coding (RFC 9110 section 8.4.1). Only `identity` is requested, but some servers store their files
 * compressed only.
 */
const DECODERS = new Map<string, (() => Transform) | null>([
  ['', null],
  ['identity', null],
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/** The whole body, or why it was not read. */
export type Body =
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'too_large' | 'unknown_coding' | 'no_room' };

/**
 * Reads the body to its end, or until it exceeds `maxBytes` bytes after decoding, so that a small body cannot expand into a large
 * one.
 *
 * @param headers.length the Content-Length, if present, which allows to refuse a large body without reading it.
 * @param headers.coding the Content-Encoding, if present.
 * @param takeRoom is asked before each chunk is kept.
 * @throws the error of the stream, including the reason of an aborted signal.
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
  // `pipeline` passes errors of the body to the reader, and destroys the body when reading stops.
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
 * Returns at most `maxBytes` of the body; if there is more, the connection is closed. If the body ends early, returns what
 * arrived.
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
    // The stream is destroyed; what arrived is returned.
  }
  return Buffer.concat(chunks, Math.min(size, maxBytes));
}

function discard(body: Readable, kind: 'too_large' | 'unknown_coding'): Body {
  endUnread(body);
  return { kind };
}

/** Discards a response body and closes its connection. */
export function endUnread(body: Readable): void {
  body.on('error', () => undefined).destroy();
}

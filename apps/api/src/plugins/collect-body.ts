/** Bodies, from their first byte to their last. */
import { setImmediate } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import { SendoffError } from '@sendoff/config';
import type { FastifyRequest } from 'fastify';

/** A body as it came. */
export interface Chunks {
  readonly chunks: Buffer[];
  /** Bytes of all of them. */
  readonly length: number;
}

/**
 * Resolves with the whole body of `request`, which comes from `payload`. What comes of a body that is refused is left unread.
 *
 * @throws {SendoffError} for one that is longer than its route takes, or not as long as it was announced.
 */
export function collectBody(payload: Readable, { headers, routeOptions }: FastifyRequest): Promise<Chunks> {
  const { bodyLimit } = routeOptions;
  const announced = Number(headers['content-length']);
  return new Promise((resolve, reject) => {
    if (announced > bodyLimit) {
      reject(new SendoffError('body_too_large'));
      return;
    }
    const chunks: Buffer[] = [];
    let length = 0;
    const end = (error?: Error): void => {
      payload.off('data', take).off('end', end).off('error', end);
      // Of a client that goes away nothing can be told any more, but that the fault is not ours.
      if (error !== undefined) reject(error instanceof SendoffError ? error : new SendoffError('malformed_body'));
      else if (!Number.isNaN(announced) && length !== announced) reject(new SendoffError('malformed_body'));
      else resolve({ chunks, length });
    };
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > bodyLimit) end(new SendoffError('body_too_large'));
      else chunks.push(chunk);
    };
    payload.on('data', take).on('end', end).on('error', end).resume();
  });
}

/** Bytes that are copied at once. */
const STRIDE = 1024 * 1024;

/** The bytes of a large body, copied with turns for other requests in between. */
export async function joinInTurns(chunks: Buffer[], length: number): Promise<Buffer> {
  const body = Buffer.allocUnsafe(length);
  let at = 0;
  let turnEnds = STRIDE;
  // Taken out: who brings them holds them for as long as the body is parsed.
  for (const chunk of chunks.splice(0)) {
    at += chunk.copy(body, at);
    if (at < turnEnds) continue;
    await setImmediate();
    turnEnds = at + STRIDE;
  }
  return body;
}

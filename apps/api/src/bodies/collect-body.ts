/** Buffering of request bodies. */
import type { Readable } from 'node:stream';
import { SendoffError } from '@sendoff/core';
import type { FastifyRequest } from 'fastify';

/**
 * The initial buffer size in bytes, for bodies of at least this announced length. A longer body then gets a buffer of its announced
 * length, since copying tens of megabytes again would take tenths of a second. The operating system allocates pages only when
 * they are written, so a body that is announced but never sent takes no memory.
 */
const FIRST_ROOM = 1024 * 1024;

/**
 * Resolves with the whole body of `request`, read from `payload`. The rest of a refused body is left unread.
 *
 * Chunks are copied as they arrive. Held until the end, hundreds of buffers of a large body would be promoted to V8's old space,
 * and only a full garbage collection would free them.
 *
 * @throws {SendoffError} for a body that exceeds the limit of its route, or does not have its announced length.
 */
export function collectBody(payload: Readable, { headers, routeOptions }: FastifyRequest): Promise<Buffer> {
  const { bodyLimit } = routeOptions;
  const announced = Number(headers['content-length']);
  return new Promise((resolve, reject) => {
    if (announced > bodyLimit) {
      reject(new SendoffError('body_too_large'));
      return;
    }
    let body: Buffer = Buffer.alloc(0);
    let length = 0;
    const end = (error?: Error): void => {
      payload.off('data', take).off('end', end).off('error', end);
      // A disconnected client cannot be answered; the code only marks it as a client error.
      if (error !== undefined) reject(error instanceof SendoffError ? error : new SendoffError('malformed_body'));
      else if (!Number.isNaN(announced) && length !== announced) reject(new SendoffError('malformed_body'));
      else resolve(body.subarray(0, length));
    };
    const take = (chunk: Buffer): void => {
      const before = length;
      length += chunk.length;
      if (length > bodyLimit) {
        end(new SendoffError('body_too_large'));
      } else if (before === 0) {
        // Most bodies are a single chunk.
        body = chunk;
      } else {
        if (length > body.length) body = withRoom(body.subarray(0, before), roomFor(length));
        chunk.copy(body, before);
      }
    };
    const roomFor = (needed: number): number => {
      const atMost = Number.isNaN(announced) ? bodyLimit : Math.max(needed, announced);
      return needed <= FIRST_ROOM ? Math.min(FIRST_ROOM, atMost) : atMost;
    };
    payload.on('data', take).on('end', end).on('error', end).resume();
  });
}

function withRoom(begun: Buffer, room: number): Buffer {
  const body = Buffer.allocUnsafe(room);
  begun.copy(body);
  return body;
}

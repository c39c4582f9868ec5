/** Bodies, from their first byte to their last. */
import type { Readable } from 'node:stream';
import { SendoffError } from '@sendoff/core';
import type { FastifyRequest } from 'fastify';

/**
 * Bytes that are made room for at first, where so many are announced. Longer bodies then get room for all that is announced: to
 * copy tens of megabytes again would take tenths of a second. The system gives a page of that room only when it is written to,
 * so what is announced and never comes takes no memory.
 */
const FIRST_ROOM = 1024 * 1024;

/**
 * Resolves with the whole body of `request`, which comes from `payload`. What comes of a body that is refused is left unread.
 *
 * Its chunks are copied as they arrive. Held until the last of them is there, they would outlive V8's space for new objects:
 * hundreds of buffers for a large body, which only a collection of the whole heap would free.
 *
 * @throws {SendoffError} for one that is longer than its route takes, or not as long as it was announced.
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
      // Of a client that goes away nothing can be told any more, but that the fault is not ours.
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
        // All of most bodies.
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

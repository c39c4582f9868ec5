/** A memory budget for large responses, so that clients that read slowly cannot exhaust the memory. */
import { openFairLimiter } from '@sendoff/runtime';
import type { FastifyInstance } from 'fastify';
import { overloaded } from '../shares/overloaded.ts';
import { releaseWithResponse } from '../shares/wait-for-share.ts';

/** Bytes of large responses held at once, until their clients have read them. */
export const MAX_ANSWER_BYTES = 128 * 1024 * 1024;

/** Characters above which a response is large. Smaller ones fit into the socket buffers of the operating system. */
export const LARGE_ANSWER = 64 * 1024;

/** The length of a buffered response; undefined for a stream or an empty body. */
export const lengthOf = (payload: unknown): number | undefined =>
  typeof payload === 'string' || payload instanceof Uint8Array ? payload.length : undefined;

/**
 * Charges large responses to the API key of the request until the client has read them, and refuses with 503 those beyond the
 * fair share of the key. A single response is always sent, however large.
 */
export function limitAnswers(app: FastifyInstance, total: number = MAX_ANSWER_BYTES): void {
  const limiter = openFairLimiter({ resource: 'answer_bytes', total });
  app.addHook('onSend', (request, reply, payload, done) => {
    const length = lengthOf(payload) ?? 0;
    if (length <= LARGE_ANSWER) {
      done();
      return;
    }
    const share = limiter.tryAcquire(request.apiKey.id, length);
    if (share === null) {
      done(overloaded());
      return;
    }
    // Not `onResponse`, which is not called when the client disconnects first.
    releaseWithResponse(share, reply.raw);
    done();
  });
}

/** A budget for answers, so that clients who ask for much and read it slowly cannot fill the memory. */
import { openFairLimiter } from '@sendoff/runtime';
import type { FastifyInstance } from 'fastify';
import { overloaded } from '../shares/overloaded.ts';
import { releaseWithResponse } from '../shares/wait-for-share.ts';

/** Bytes of large answers that are held at once, until their clients have read them. */
export const MAX_ANSWER_BYTES = 128 * 1024 * 1024;

/** Characters from which an answer is large. What is smaller fits into what the system holds for a connection. */
export const LARGE_ANSWER = 64 * 1024;

/** The length of an answer that is there as a whole; undefined for one that is a stream, or has no body. */
export const lengthOf = (payload: unknown): number | undefined =>
  typeof payload === 'string' || payload instanceof Uint8Array ? payload.length : undefined;

/**
 * Charges large answers to the API key that asked for them until the client has read them, and refuses with 503 what goes
 * beyond its fair share. One answer alone is always given, however large.
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
    // Not `onResponse`, which does not come when the client goes away first.
    releaseWithResponse(share, reply.raw);
    done();
  });
}

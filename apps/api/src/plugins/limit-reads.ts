/** Fair scheduling of reads, so that a key that reads without pause delays only its own requests and no emails. */
import { openFairLimiter, type Share } from '@sendoff/runtime';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { overloaded } from '../shares/overloaded.ts';
import { waitForShare } from '../shares/wait-for-share.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A long poll, which needs no turn while it waits. */
    readonly isLongPoll?: boolean;
  }
  interface FastifyRequest {
    /** Ends the turn of a read request; undefined if it has none. */
    endRead?: () => void;
    /** Waits for another turn of the key. */
    takeReadTurn: () => Promise<Share>;
  }
}

/** How many requests read at once, how many of a key can wait, and for how long. */
export interface ReadLimits {
  readonly reads: number;
  readonly waiting: number;
  readonly patienceMs: number;
}

/** A response can be a page of a hundred emails and takes milliseconds of the main thread, for which all other requests wait. */
export const READ_LIMITS: ReadLimits = { reads: 8, waiting: 1000, patienceMs: 20_000 };

/**
 * Limits how many `GET` requests run at once. Keys take turns; a single key gets four fifths. A turn ends when the response is
 * ready, not when the client has read it. A request that waits too long, or arrives while too many wait, gets 503.
 */
export function limitReads(app: FastifyInstance, { reads, waiting, patienceMs }: ReadLimits): void {
  const limiter = openFairLimiter({ resource: 'reads', total: reads });
  app.decorateRequest('endRead');
  app.decorateRequest('takeReadTurn', function (this: FastifyRequest) {
    return limiter.acquire(this.apiKey.id);
  });
  app.addHook('preHandler', async (request, reply) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || request.routeOptions.config.isLongPoll === true) return;
    if (limiter.waiting(request.apiKey.id) >= waiting) throw overloaded();
    const share = await waitForShare(limiter, reply.raw, { key: request.apiKey.id, timeoutMs: patienceMs });
    if (share === null) throw overloaded();
    request.endRead = share.release;
  });
  app.addHook('onSend', (request, _reply, _payload, done) => {
    request.endRead?.();
    done();
  });
}

/** Reads the pages of a streamed response, each in its own turn, since the whole takes as long as the client needs. */
export async function* readInTurns<Page>(request: FastifyRequest, pages: AsyncGenerator<Page>): AsyncGenerator<Page> {
  try {
    for (;;) {
      const turn = await request.takeReadTurn();
      const page = await pages.next().finally(turn.release);
      if (page.done === true) return;
      yield page.value;
    }
  } finally {
    await pages.return(undefined);
  }
}

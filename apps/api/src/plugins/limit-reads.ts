/** Reading in turns, so that a key that reads without pause delays its own requests and nobody's emails. */
import { openFairLimiter, type Share } from '@sendoff/runtime';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { overloaded } from '../shares/overloaded.ts';
import { waitForShare } from '../shares/wait-for-share.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A `GET` that waits for something to happen, and needs no turn for it. */
    readonly isLongPoll?: boolean;
  }
  interface FastifyRequest {
    /** Ends the turn of a request that reads; undefined where it has none. */
    endRead?: () => void;
    /** Waits for another turn of the key. */
    takeReadTurn: () => Promise<Share>;
  }
}

/** How many requests read at once, how many of a key wait for their turn, and for how long. */
export interface ReadLimits {
  readonly reads: number;
  readonly waiting: number;
  readonly patienceMs: number;
}

/** An answer may be a page of a hundred emails, and takes milliseconds of the main thread: what comes next waits for all that are under way. */
export const READ_LIMITS: ReadLimits = { reads: 8, waiting: 1000, patienceMs: 20_000 };

/**
 * Lets so many requests with `GET` work at once, keys in turns; one key alone gets four fifths. A turn ends when the answer
 * is made, and does not wait for the client to read it. A request whose turn does not come gets 503, as does one that comes while
 * too many wait.
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

/** The pages of an answer that is read while it is sent, each in a turn of its own: the whole takes as long as its client does. */
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

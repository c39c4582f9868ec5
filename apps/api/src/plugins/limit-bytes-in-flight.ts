/** A budget for request bodies, so that many large ones at once cannot exhaust the memory. */
import { Transform, type Readable } from 'node:stream';
import { SendoffError } from '@sendoff/config';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Octets of all request bodies together, from their arrival until their request is answered. */
export const BYTES_IN_FLIGHT = 256 * 1024 * 1024;

/** Octets taken at once for a body of unknown length. */
const STEP = 64 * 1024;
/** Seconds after which a client may try again: what is in flight is then mostly answered. */
const RETRY_AFTER_S = 1;

/** Takes so many octets from the budget; false when there are not so many left. */
type Take = (octets: number) => boolean;

/**
 * Refuses with 503 what would bring the bodies in flight over `most` octets: by the announced length
 * before anything is read, or, where none is announced, as soon as too much has come.
 */
export function limitBytesInFlight(app: FastifyInstance, most: number): void {
  const open = openBudget(most);

  app.addHook('onRequest', (request, reply, done) => {
    const announced = Number(request.headers['content-length'] ?? 0);
    // What is too large by itself is refused as such, and not read either.
    const counts = announced > 0 && announced <= request.routeOptions.bodyLimit;
    done(counts && !open(reply)(announced) ? new SendoffError('overloaded') : undefined);
  });

  app.addHook('preParsing', (request, reply, payload, done) => {
    const announced = request.headers['transfer-encoding'] === undefined;
    done(null, announced ? payload : countAsItComes(payload as Readable, open(reply)));
  });
}

/** A budget of octets. What is taken for a reply is given back once that is over, whichever way. */
function openBudget(most: number): (reply: FastifyReply) => Take {
  let inFlight = 0;
  return (reply) => {
    let taken = 0;
    // Not `onResponse`, which does not come when the client goes away first.
    reply.raw.once('close', () => (inFlight -= taken));
    return (octets) => {
      if (inFlight + octets > most) {
        void reply.header('retry-after', RETRY_AFTER_S);
        return false;
      }
      inFlight += octets;
      taken += octets;
      return true;
    };
  };
}

function countAsItComes(payload: Readable, take: Take): Readable {
  let left = 0;
  const counter = new Transform({
    transform: (chunk: Buffer, _encoding, next) => {
      left -= chunk.length;
      const step = Math.max(STEP, -left);
      if (left >= 0) next(null, chunk);
      else if (take(step)) {
        left += step;
        next(null, chunk);
      } else next(new SendoffError('overloaded'));
    },
  });
  // Not `pipeline`, which would end the connection with an answer still to be sent on it.
  payload.once('error', (error) => counter.destroy(error));
  counter.once('error', () => payload.resume());
  return payload.pipe(counter);
}

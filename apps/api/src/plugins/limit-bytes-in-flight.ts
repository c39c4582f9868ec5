/** Budgets for request bodies, so that many large or slow ones cannot exhaust the memory or keep others out. */
import { PassThrough, Transform, type Readable } from 'node:stream';
import { openFairBudget, type FairBudget } from '@sendoff/runtime';
import { SendoffError } from '@sendoff/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { overloaded } from '../shares/overloaded.ts';

/** How much of request bodies is held, and how slowly they may come. */
export interface BodyLimits {
  /** Bytes of all bodies together, from their arrival until their request is answered. */
  readonly bytesInFlight: number;
  /** Bytes a second, on average since its beginning, that a large body must bring once `slowBodyGraceMs` are over. */
  readonly minBytesPerSecond: number;
  readonly slowBodyGraceMs: number;
  /** Milliseconds for the whole of a small body. */
  readonly smallBodyTimeoutMs: number;
}

/** What holds where nothing else is said. */
export const BODY_LIMITS: BodyLimits = {
  bytesInFlight: 256 * 1024 * 1024,
  minBytesPerSecond: 16 * 1024,
  slowBodyGraceMs: 10_000,
  smallBodyTimeoutMs: 15_000,
};

/** Bytes up to which a body is small: it is charged whole, and has a reserve that large ones cannot touch. */
const SMALL_BODY = 64 * 1024;
/** The part of all bytes that is kept for small bodies. */
const RESERVE = 1 / 8;
/** Bytes charged at once for a large body. */
const STEP = 64 * 1024;

/**
 * Charges the bodies in flight to the API key that they come with, and refuses with 503 what goes beyond its fair share
 * (`openFairBudget`). A large body is charged as it arrives: what is only announced costs nobody anything. One that comes
 * too slowly is refused with 408, and its connection ends; so is a small one that has not come whole in time.
 */
export function limitBytesInFlight(app: FastifyInstance, limits: BodyLimits): void {
  const reserve = Math.floor(limits.bytesInFlight * RESERVE);
  const small = openFairBudget(reserve, { resource: 'small_body_bytes' });
  const large = openFairBudget(limits.bytesInFlight - reserve, { resource: 'body_bytes' });

  app.addHook('onRequest', (request, reply, done) => {
    const announced = Number(request.headers['content-length'] ?? 0);
    if (announced === 0 || announced > SMALL_BODY) {
      done();
      return;
    }
    const { id } = request.apiKey;
    const isTaken = openCharge(small, id, reply)(announced) || openCharge(large, id, reply)(announced);
    done(isTaken ? undefined : overloaded());
  });

  app.addHook('preParsing', (request, reply, payload, done) => {
    const announced = Number(request.headers['content-length'] ?? 0);
    const isChunked = request.headers['transfer-encoding'] !== undefined;
    // What is too large by itself is refused as such, and not read either.
    const isCounted = isChunked || (announced > SMALL_BODY && announced <= request.routeOptions.bodyLimit);
    if (!isCounted) {
      done(null, endWhenLate(request, reply, payload, limits));
      return;
    }
    const take = openCharge(large, request.apiKey.id, reply);
    const counted = countAsItComes(payload, reply, take);
    endWhenSlow(counted, reply, limits);
    done(null, counted.body);
  });
}

/** Gives bodies on routes that need no API key, which are small, a time in which they must come. */
export function limitBodyTime(app: FastifyInstance, limits: Pick<BodyLimits, 'smallBodyTimeoutMs'>): void {
  app.addHook('preParsing', (request, reply, payload, done) => done(null, endWhenLate(request, reply, payload, limits)));
}

/** Takes so many bytes; false when there is no room for them. */
type Take = (bytes: number) => boolean;

/** Charges a key. What is taken for a reply is given back once that is over, whichever way. */
function openCharge(budget: FairBudget, key: string, reply: FastifyReply): Take {
  let taken = 0;
  return (bytes) => {
    // A client that has gone already has its reply closed: nothing would give back what is taken for it.
    if (reply.raw.closed || !budget.take(key, bytes)) return false;
    // Not `onResponse`, which does not come when the client goes away first.
    if (taken === 0) reply.raw.once('close', () => budget.giveBack(key, taken));
    taken += bytes;
    return true;
  };
}

/** A body whose bytes are counted. */
interface CountedBody {
  readonly body: Transform;
  /** Bytes that have come. */
  readonly received: () => number;
}

function countAsItComes(payload: Readable, reply: FastifyReply, take: Take): CountedBody {
  let charged = 0;
  let received = 0;
  const body = new Transform({
    transform: (chunk: Buffer, _encoding, next) => {
      received += chunk.length;
      const missing = received - charged;
      const step = Math.max(STEP, missing);
      if (missing <= 0) next(null, chunk);
      else if (take(step)) {
        charged += step;
        next(null, chunk);
      } else next(overloaded());
    },
  });
  return { body: lead(payload, body, reply), received: () => received };
}

/**
 * Not `pipeline`, which would end the connection with an answer still to be sent on it. What comes of a body that is refused
 * unread is discarded, so that the next request on the connection is heard.
 */
function lead<Through extends Transform>(payload: Readable, body: Through, reply: FastifyReply): Through {
  const discard = (): void => void payload.unpipe(body).resume();
  payload.once('error', (error) => body.destroy(error));
  body.once('error', discard);
  reply.raw.once('finish', discard);
  return payload.pipe(body);
}

/** The small body of a request, which ends with 408 unless it has come whole in time. Most have come with their head. */
function endWhenLate(
  { raw, headers }: FastifyRequest,
  reply: FastifyReply,
  payload: Readable,
  { smallBodyTimeoutMs }: Pick<BodyLimits, 'smallBodyTimeoutMs'>,
): Readable {
  const announced = headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : Infinity;
  // All of it may be here before Node.js calls the request complete.
  if (raw.complete || payload.readableLength >= announced) return payload;
  const body = lead(payload, new PassThrough(), reply);
  const timer = setTimeout(() => refuseSlow(body, reply), smallBodyTimeoutMs).unref();
  body.once('close', () => clearTimeout(timer));
  return body;
}

function refuseSlow(body: Transform, reply: FastifyReply): void {
  void reply.header('connection', 'close');
  body.destroy(new SendoffError('body_too_slow'));
}

/** Looks once the grace is over, and then once each second, whether a body has come as fast as it must. */
function endWhenSlow(
  { body, received }: CountedBody,
  reply: FastifyReply,
  { minBytesPerSecond, slowBodyGraceMs }: BodyLimits,
): void {
  const begun = performance.now();
  const look = (): void => {
    const seconds = (performance.now() - begun) / 1000;
    // What waits here to be read is no fault of the client.
    if (received() >= minBytesPerSecond * seconds || body.readableLength > 0) {
      timer = setTimeout(look, 1000).unref();
      return;
    }
    refuseSlow(body, reply);
  };
  let timer = setTimeout(look, slowBodyGraceMs).unref();
  body.once('close', () => clearTimeout(timer));
}

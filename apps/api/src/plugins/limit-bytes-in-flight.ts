/** Memory budgets for request bodies, so that many large or slow ones cannot exhaust the memory or block other clients. */
import { PassThrough, Transform, type Readable } from 'node:stream';
import { openFairBudget, type FairBudget } from '@sendoff/runtime';
import { SendoffError } from '@sendoff/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { overloaded } from '../shares/overloaded.ts';

/** Limits for the size and the speed of request bodies. */
export interface BodyLimits {
  /** Bytes of all bodies in total, from their arrival until the response. */
  readonly bytesInFlight: number;
  /** Bytes per second, on average since its start, at which a large body must arrive after `slowBodyGraceMs`. */
  readonly minBytesPerSecond: number;
  readonly slowBodyGraceMs: number;
  /** Milliseconds in which a small body must arrive completely. */
  readonly smallBodyTimeoutMs: number;
}

/** The defaults. */
export const BODY_LIMITS: BodyLimits = {
  bytesInFlight: 256 * 1024 * 1024,
  minBytesPerSecond: 16 * 1024,
  slowBodyGraceMs: 10_000,
  smallBodyTimeoutMs: 15_000,
};

/** Bytes up to which a body is small: it is charged at once, and has a reserve that large bodies cannot use. */
const SMALL_BODY = 64 * 1024;
/** The share of all bytes that is reserved for small bodies. */
const RESERVE = 1 / 8;
/** Bytes charged at once for a large body. */
const STEP = 64 * 1024;

/**
 * Charges the bodies in flight to the API key of their request, and refuses with 503 those beyond the fair share of the key
 * (`openFairBudget`). A large body is charged as it arrives, so an announced length alone takes no budget. A large body that
 * arrives too slowly, or a small one that is not complete in time, is refused with 408 and its connection is closed.
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
    // A body above the limit of its route is refused later, without being read.
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

/** Sets a timeout for the bodies of routes without an API key, which are small. */
export function limitBodyTime(app: FastifyInstance, limits: Pick<BodyLimits, 'smallBodyTimeoutMs'>): void {
  app.addHook('preParsing', (request, reply, payload, done) => done(null, endWhenLate(request, reply, payload, limits)));
}

/** Takes bytes from the budget; false if there is no room. */
type Take = (bytes: number) => boolean;

/** Charges a key. The bytes are released when the response closes for any reason. */
function openCharge(budget: FairBudget, key: string, reply: FastifyReply): Take {
  let taken = 0;
  return (bytes) => {
    // The response of a disconnected client is already closed, so its bytes would never be released.
    if (reply.raw.closed || !budget.take(key, bytes)) return false;
    // Not `onResponse`, which is not called when the client disconnects first.
    if (taken === 0) reply.raw.once('close', () => budget.giveBack(key, taken));
    taken += bytes;
    return true;
  };
}

/** A body whose bytes are counted. */
interface CountedBody {
  readonly body: Transform;
  /** Bytes received. */
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
 * Not `pipeline`, which would close the connection before the response is sent. The unread rest of a refused body is discarded,
 * so that the next request on the connection can be read.
 */
function lead<Through extends Transform>(payload: Readable, body: Through, reply: FastifyReply): Through {
  const discard = (): void => void payload.unpipe(body).resume();
  payload.once('error', (error) => body.destroy(error));
  body.once('error', discard);
  reply.raw.once('finish', discard);
  return payload.pipe(body);
}

/** The small body of a request, refused with 408 unless it is complete in time. Most arrive together with their head. */
function endWhenLate(
  { raw, headers }: FastifyRequest,
  reply: FastifyReply,
  payload: Readable,
  { smallBodyTimeoutMs }: Pick<BodyLimits, 'smallBodyTimeoutMs'>,
): Readable {
  const announced = headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : Infinity;
  // The body may be complete before Node.js marks the request as complete.
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

/** Checks the speed of a body after the grace period and then once per second. */
function endWhenSlow(
  { body, received }: CountedBody,
  reply: FastifyReply,
  { minBytesPerSecond, slowBodyGraceMs }: BodyLimits,
): void {
  const begun = performance.now();
  const look = (): void => {
    const seconds = (performance.now() - begun) / 1000;
    // If data waits to be read here, the client is not to blame.
    if (received() >= minBytesPerSecond * seconds || body.readableLength > 0) {
      timer = setTimeout(look, 1000).unref();
      return;
    }
    refuseSlow(body, reply);
  };
  let timer = setTimeout(look, slowBodyGraceMs).unref();
  body.once('close', () => clearTimeout(timer));
}

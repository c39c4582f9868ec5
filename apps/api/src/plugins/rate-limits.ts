/**
 * Rate limits. Requests of keys are counted over all processes (`openEmailRate`), failures in the memory of each process: with
 * n replicas the limit of failures is n times as high.
 */
import rateLimit from '@fastify/rate-limit';
import type { EmailRate } from '@sendoff/intake';
import type { Rate } from '@sendoff/config';
import { SendoffError } from '@sendoff/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Wrong API keys from one address; beyond that they get 429. */
export const WRONG_KEYS_PER_ADDRESS: Rate = { count: 10, periodMs: 60_000 };

/**
 * Invalid session cookies from one address. Counted separately from wrong keys and with a higher limit, because dashboard pages
 * left open over a weekend send one each.
 */
export const STRANGE_COOKIES_PER_ADDRESS: Rate = { count: 60, periodMs: 60_000 };

/** Keys and addresses counted at once; the least recently seen is dropped first. */
const MAX_COUNTED = 10_000;

declare module 'fastify' {
  interface FastifyRequest {
    /** How many emails the request was counted as before its body was read. */
    countedEmails: number;
  }
}

/** Counts a request as one email of its key. Throws a `SendoffError` above the limit. */
export type CountRequest = (request: FastifyRequest, reply: FastifyReply) => void;

/** Counts a failure of the client address. Rejects with a `SendoffError` above the limit. */
export type CountFailure = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Prepares `app` for the limits below. */
export async function prepareRateLimits(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, { global: false });
}

/**
 * The limit per API key: `ratelimit-*` headers on every response, and 429 with `retry-after` beyond it. A request counts as
 * one email before its body is read; the other emails of a batch are counted when they are stored.
 *
 * @param rate undefined for no limit.
 */
export function limitKeys(app: FastifyInstance, rate: EmailRate | undefined): CountRequest {
  app.decorateRequest('countedEmails', 0);
  if (rate === undefined) return () => undefined;
  const policy = `${String(rate.rate.count)};w=${String(rate.rate.periodMs / 1000)}`;
  const tell = (apiKeyId: string, reply: FastifyReply): void => {
    const { limit, remaining, resetSeconds } = rate.state(apiKeyId);
    void reply.headers({
      'ratelimit-limit': limit,
      'ratelimit-remaining': remaining,
      'ratelimit-reset': resetSeconds,
      'ratelimit-policy': policy,
    });
  };
  // Once more at the end, when the emails of a batch are counted.
  app.addHook('onSend', (request, reply, _payload, next) => {
    if (request.countedEmails > 0) tell(request.apiKey.id, reply);
    next();
  });
  return (request, reply) => {
    const { id } = request.apiKey;
    try {
      rate.take(id, 1);
    } catch (error) {
      tell(id, reply);
      throw error;
    }
    request.countedEmails = 1;
  };
}

/**
 * A limit of failures per address. An IPv6 /64 counts as one address, since a single machine often has a whole /64.
 *
 * @param message the error message, if the failures are not wrong API keys.
 */
export function limitFailures(app: FastifyInstance, rate: Rate, message?: string): CountFailure {
  const count = app.createRateLimit(limitsOf(rate));
  return async (request) => {
    const state = await count(request);
    if (state.isAllowed || !state.isExceeded) return;
    throw new SendoffError('too_many_failures', message, { retryAfter: Math.max(1, state.ttlInSeconds) });
  };
}

const limitsOf = ({ count, periodMs }: Rate) => ({ max: count, timeWindow: periodMs, cache: MAX_COUNTED });

/**
 * How often requests may come. What keys bring is counted over all processes (`openEmailRate`), failures in the memory of
 * each: with n replicas their limits are n-fold.
 */
import rateLimit from '@fastify/rate-limit';
import type { EmailRate } from '@sendoff/intake';
import type { Rate } from '@sendoff/config';
import { SendoffError } from '@sendoff/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Wrong API keys from one address; further wrong ones get 429. */
export const WRONG_KEYS_PER_ADDRESS: Rate = { count: 10, periodMs: 60_000 };

/**
 * Cookies of one address that are no session. Counted apart from wrong keys, and more of them are answered with 401: pages
 * that were left open over a weekend come with one each.
 */
export const STRANGE_COOKIES_PER_ADDRESS: Rate = { count: 60, periodMs: 60_000 };

/** Keys, and addresses, that are counted at once; the one that was seen longest ago is forgotten first. */
const MAX_COUNTED = 10_000;

declare module 'fastify' {
  interface FastifyRequest {
    /** How many emails it was counted for towards the rate of its key, before it was read. */
    countedEmails: number;
  }
}

/** Counts a request of the key that it came with as one email. Throws a `SendoffError` when it was one too many. */
export type CountRequest = (request: FastifyRequest, reply: FastifyReply) => void;

/** Counts a failure of the address of a request. Rejects with a `SendoffError` when it was one too many. */
export type CountFailure = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Gets `app` ready for the limits below. */
export async function prepareRateLimits(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, { global: false });
}

/**
 * The limit per API key: `ratelimit-*` headers on every response, and 429 with `retry-after` beyond it. A request counts as
 * one email before its body is read; the further ones of a batch are counted when they are kept.
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
 * A limit of failures per address; a /64 of IPv6 counts as one, since a single machine has that many.
 *
 * @param message what is said beyond it, where it is not about API keys.
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

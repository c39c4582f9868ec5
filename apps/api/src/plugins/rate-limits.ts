/** How often requests may come. Counted in the memory of each process: with n replicas the limits are n-fold. */
import rateLimit from '@fastify/rate-limit';
import { SendoffError, type ErrorCode, type Rate } from '@sendoff/config';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Wrong API keys from one address; further wrong ones get 429. */
export const WRONG_KEYS_PER_ADDRESS: Rate = { count: 10, periodMs: 60_000 };

/**
 * Cookies of one address that are no session. Counted apart from wrong keys, and more of them are answered with 401: pages
 * that were left open over a weekend come with one each.
 */
export const STRANGE_COOKIES_PER_ADDRESS: Rate = { count: 60, periodMs: 60_000 };

/** Keys, and addresses, that are counted at once; the one that was seen longest ago is forgotten first. */
const MOST_COUNTED = 10_000;

/** Counts one request of the key that it came with. */
export type CountRequest = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Counts a failure of the address of a request. Rejects with a `SendoffError` when it was one too many. */
export type CountFailure = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Gets `app` ready for the limits below. */
export async function prepareRateLimits(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, { global: false });
}

/**
 * The limit per API key: `ratelimit-*` headers on every response, and 429 with `retry-after` beyond it.
 *
 * @param rate undefined for no limit.
 */
export function limitRequestsPerKey(app: FastifyInstance, rate: Rate | undefined): CountRequest {
  if (rate === undefined) return () => Promise.resolve();
  const count = app.createRateLimit({ ...limitsOf(rate), keyGenerator: ({ apiKey }) => apiKey.id });
  const policy = `${String(rate.count)};w=${String(rate.periodMs / 1000)}`;

  return async (request, reply) => {
    const state = await count(request);
    if (state.isAllowed) return;
    void reply.headers({
      'ratelimit-limit': state.max,
      'ratelimit-remaining': state.remaining,
      'ratelimit-reset': state.ttlInSeconds,
      'ratelimit-policy': policy,
    });
    if (state.isExceeded) throw refuse('rate_limited', state.ttlInSeconds, reply);
  };
}

/**
 * A limit of failures per address; a /64 of IPv6 counts as one, since a single machine has that many.
 *
 * @param message what is said beyond it, where it is not about API keys.
 */
export function limitFailures(app: FastifyInstance, rate: Rate, message?: string): CountFailure {
  const count = app.createRateLimit(limitsOf(rate));
  return async (request, reply) => {
    const state = await count(request);
    if (!state.isAllowed && state.isExceeded) throw refuse('too_many_failures', state.ttlInSeconds, reply, message);
  };
}

const limitsOf = ({ count, periodMs }: Rate) => ({ max: count, timeWindow: periodMs, cache: MOST_COUNTED });

function refuse(code: ErrorCode, seconds: number, reply: FastifyReply, message?: string): SendoffError {
  void reply.header('retry-after', Math.max(1, seconds));
  return new SendoffError(code, message);
}

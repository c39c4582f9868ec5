/** Authentication and authorization. */
import { checkNetwork, mayBeUsedFrom, type ApiKeyCache } from '@sendoff/intake';
import { SendoffError } from '@sendoff/core';
import type { ActiveApiKey, Permission } from '@sendoff/db';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CountFailure } from './rate-limits.ts';
import type { Sessions } from '../sessions/open-sessions.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The permission that a key needs for the route; full access by default. */
    readonly permission?: Permission;
  }
  interface FastifyRequest {
    /** The API key of the request or of its session. Only set on routes that need one. */
    apiKey: ActiveApiKey;
    /** Whether the key or the session of the request is still valid; for long-running responses. */
    isStillAllowed: () => Promise<boolean>;
  }
}

/** What authentication needs. */
export interface AuthenticationParts {
  readonly keys: ApiKeyCache;
  readonly countWrongKey: CountFailure;
  readonly sessions: Sessions;
  /**
   * Called with each request that has a valid key from an allowed network, even if the key lacks the permission. Not called for
   * sessions, so that viewing the dashboard does not use up the rate of the key.
   */
  readonly onKey: (request: FastifyRequest, reply: FastifyReply) => void;
}

/** RFC 6750 section 2.1; the scheme is compared without regard to case (RFC 9110 section 11.1). */
const BEARER = /^bearer +(\S+) *$/i;

/**
 * Requires an API key, or a dashboard session, for every route of `app` before the body is read, so that unauthenticated clients
 * cannot make the server buffer data. A body can take minutes to arrive, so the key is checked again afterwards.
 *
 * An address that sends too many wrong keys gets 429 for further wrong ones. A correct key is never refused because of them,
 * since many clients can share an address behind a proxy. Look-ups are batched, so a flood of wrong keys costs the database one
 * statement at a time.
 */
export function requireApiKey(app: FastifyInstance, parts: AuthenticationParts): void {
  const { keys, countWrongKey, sessions, onKey } = parts;

  const byKey = async (presented: string, request: FastifyRequest, reply: FastifyReply): Promise<ActiveApiKey> => {
    const found = await keys.find(presented);
    if (found !== null) return found;
    await countWrongKey(request, reply);
    throw new SendoffError('unknown_api_key');
  };

  app.decorateRequest('apiKey');
  app.decorateRequest('isStillAllowed');
  app.addHook('onRequest', async (request, reply) => {
    const { authorization } = request.headers;
    const presented = BEARER.exec(authorization ?? '')?.[1];
    if (presented !== undefined) {
      request.apiKey = await byKey(presented, request, reply);
      checkNetwork(request.apiKey, request.ip);
      request.isStillAllowed = async () => {
        const now = await keys.find(presented);
        return now !== null && mayBeUsedFrom(now, request.ip);
      };
      onKey(request, reply);
    } else {
      const found = authorization === undefined ? await sessions.find(request, reply) : null;
      if (found === null) throw new SendoffError('missing_api_key');
      request.apiKey = found;
      request.isStillAllowed = () => sessions.goesOn(request);
    }
    const { permission } = request.routeOptions.config;
    if (request.apiKey.permission === 'sending_access' && permission !== 'sending_access') {
      throw new SendoffError('restricted_api_key');
    }
  });
  app.addHook('preHandler', async (request) => {
    if (request.body !== undefined && !(await request.isStillAllowed())) throw new SendoffError('unknown_api_key');
  });
}

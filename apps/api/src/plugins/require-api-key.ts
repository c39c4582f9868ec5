/** Who may do what. */
import { checkNetwork, mayBeUsedFrom, type ApiKeyCache } from '@sendoff/intake';
import { SendoffError } from '@sendoff/core';
import type { ActiveApiKey, Permission } from '@sendoff/db';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CountFailure } from './rate-limits.ts';
import type { Sessions } from '../sessions/open-sessions.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The least permission that a key needs here; full access where nothing is said. */
    readonly permission?: Permission;
  }
  interface FastifyRequest {
    /** The key that the request came with, or that its session acts for. Only there on routes that need one. */
    apiKey: ActiveApiKey;
    /** Whether the key, or the session, that the request came with is still good: for answers that go on and on. */
    isStillAllowed: () => Promise<boolean>;
  }
}

/** What authentication works with. */
export interface AuthenticationParts {
  readonly keys: ApiKeyCache;
  readonly countWrongKey: CountFailure;
  readonly sessions: Sessions;
  /**
   * Called with each request whose key is right and comes from where it may, also where it may not do what it asks for. Not
   * with those of a session: somebody who looks at the dashboard uses up nothing that the programs with that key may need.
   */
  readonly onKey: (request: FastifyRequest, reply: FastifyReply) => void;
}

/** RFC 6750 section 2.1; the scheme is compared without regard to case (RFC 9110 section 11.1). */
const BEARER = /^bearer +(\S+) *$/i;

/**
 * Demands an API key for every route of `app`, before the body is read: a stranger cannot make the
 * server read or hold anything. Where there is none, the session of the dashboard will do. A body may take
 * minutes to come in, so the key is checked once more when it is there.
 *
 * An address that sends too many wrong keys gets 429 for further wrong ones. A right key is never refused for them:
 * behind a proxy or a router many share an address. Look-ups share statements, so a flood of wrong keys costs the
 * database one statement at a time.
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

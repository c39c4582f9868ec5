/** Who may do what. */
import { SendoffError } from '@sendoff/config';
import { findApiKey, type ActiveApiKey, type Database, type Permission } from '@sendoff/db';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { WrongKeyLimit } from './rate-limits.ts';
import { rememberApiKeys } from './remember-api-keys.ts';
import type { Sessions } from './sessions.ts';

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
  readonly database: Database;
  readonly wrongKeys: WrongKeyLimit;
  readonly sessions: Sessions;
  /** Called with each request whose key is right, also where it may not do what it asks for. */
  readonly onKey: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
}

/** RFC 6750 section 2.1; the scheme is compared without regard to case (RFC 9110 section 11.1). */
const BEARER = /^bearer +(\S+) *$/i;

/**
 * Demands an API key for every route of `app`, before the body is read: a stranger cannot make the
 * server read or hold anything. Where there is none, the session of the dashboard will do.
 *
 * An address that has sent too many wrong keys is refused without a look-up, unless its key has been
 * right before: behind a proxy or a router many share an address, and one that is wrong must not shut
 * out the others.
 */
export function demandApiKey(app: FastifyInstance, parts: AuthenticationParts): void {
  const { database, wrongKeys, sessions, onKey, now } = parts;
  const keys = rememberApiKeys((token) => findApiKey(database, token), now);

  const byKey = async (presented: string, request: FastifyRequest, reply: FastifyReply): Promise<ActiveApiKey> => {
    if (!keys.knows(presented)) await wrongKeys.check(request, reply);
    const found = await keys.find(presented);
    if (found !== null) return found;
    await wrongKeys.count(request, reply);
    throw new SendoffError('unknown_api_key');
  };

  app.decorateRequest('apiKey');
  app.decorateRequest('isStillAllowed');
  app.addHook('onRequest', async (request, reply) => {
    const { authorization } = request.headers;
    const presented = BEARER.exec(authorization ?? '')?.[1];
    const found =
      presented === undefined
        ? authorization === undefined && (await sessions.find(request))
        : await byKey(presented, request, reply);
    if (found === false || found === null) throw new SendoffError('missing_api_key');
    request.apiKey = found;
    request.isStillAllowed = async () =>
      (presented === undefined ? await sessions.find(request) : await keys.find(presented)) !== null;
    await onKey(request, reply);
    if (found.permission === 'sending_access' && request.routeOptions.config.permission !== 'sending_access') {
      throw new SendoffError('restricted_api_key');
    }
  });
}

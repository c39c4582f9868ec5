/** Who may do what. */
import { SendoffError } from '@sendoff/config';
import { findApiKey, type ActiveApiKey, type Database, type Permission } from '@sendoff/db';
import type { FastifyInstance } from 'fastify';
import { rememberApiKeys } from './remember-api-keys.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The least permission that a key needs here; full access where nothing is said. */
    readonly permission?: Permission;
  }
  interface FastifyRequest {
    /** The key that the request came with. Only there on routes that need one. */
    apiKey: ActiveApiKey;
  }
}

/** RFC 6750 section 2.1; the scheme is compared without regard to case (RFC 9110 section 11.1). */
const BEARER = /^bearer +(\S+) *$/i;

/**
 * Demands an API key for every route of `app`, before the body is read: a stranger cannot make the
 * server read or hold anything.
 *
 * @param now milliseconds from any fixed point.
 */
export function demandApiKey(app: FastifyInstance, database: Database, now: () => number): void {
  const find = rememberApiKeys((token) => findApiKey(database, token), now);

  app.decorateRequest('apiKey');
  app.addHook('onRequest', async (request) => {
    const presented = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (presented === undefined) throw new SendoffError('missing_api_key');
    const found = await find(presented);
    if (found === null) throw new SendoffError('unknown_api_key');
    if (found.permission === 'sending_access' && request.routeOptions.config.permission !== 'sending_access') {
      throw new SendoffError('restricted_api_key');
    }
    request.apiKey = found;
  });
}

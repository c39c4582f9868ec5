/** Security headers of every response. */
import type { FastifyInstance } from 'fastify';

/** Seconds in a year. */
const HSTS_S = 31_536_000;

/**
 * The defaults for data: no framing, no loading of resources, no embedding by other sites. Pages and files override them.
 */
const DEFAULTS = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
} as const;

/**
 * Sets the defaults, and HSTS (RFC 6797) if the request arrived by https at this server or at a trusted proxy. Without
 * `includeSubDomains`, since subdomains may not belong to Sendoff.
 */
export function setSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(DEFAULTS);
    if (request.protocol === 'https') void reply.header('strict-transport-security', `max-age=${String(HSTS_S)}`);
    done();
  });
}

/** What every answer says to a browser, whatever it is. */
import type { FastifyInstance } from 'fastify';

/** Seconds in a year. */
const HSTS_S = 31_536_000;

/**
 * An answer is data: no page may show it in a frame or load anything from it, and no other site may load it as a part of
 * its own. Pages and files say something else of themselves.
 */
const DEFAULTS = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
} as const;

/**
 * Sets the defaults, and HSTS (RFC 6797) where a request came by https: to this server, or to a proxy that is trusted. Not for
 * subdomains, of which Sendoff knows nothing.
 */
export function setSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(DEFAULTS);
    if (request.protocol === 'https') void reply.header('strict-transport-security', `max-age=${String(HSTS_S)}`);
    done();
  });
}

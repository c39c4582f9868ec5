/** Logging of requests. */
import type { Logger } from '@sendoff/runtime';
import type { FastifyInstance } from 'fastify';

/**
 * Adds the request id to every response, for finding its log lines, and logs each request at the level `debug` with the route
 * pattern instead of the path, which can contain an email address.
 */
export function logRequests(app: FastifyInstance, logger: Logger): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  if (!logger.isLevelEnabled('debug')) return;
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    request.log.debug(
      { method, route: routeOptions.url ?? null, status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime) },
      'request answered',
    );
    done();
  });
}

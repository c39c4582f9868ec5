/** What is noted about every request. */
import type { Logger } from '@sendoff/runtime';
import type { FastifyInstance } from 'fastify';

/**
 * Gives every response the id of its request, under which the log has more, and logs a line at the
 * level `debug` with the pattern of the route: a path can hold an address.
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

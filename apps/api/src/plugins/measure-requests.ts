import type { RequestTimer } from '@sendoff/telemetry';
import type { FastifyInstance } from 'fastify';

/** Measures the duration of every request by route pattern. */
export function measureRequests(app: FastifyInstance, note: RequestTimer): void {
  app.addHook('onResponse', (request, reply, done) => {
    note({
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      milliseconds: reply.elapsedTime,
    });
    done();
  });
}

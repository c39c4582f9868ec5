import type { Tracing } from '@sendoff/telemetry';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * Gives every request a span that its handler runs in. Only the handler: the body arrives in socket events, which have no
 * request context.
 */
export function traceRequests(app: FastifyInstance, { beginRequest }: Pick<Tracing, 'beginRequest'>): void {
  const underWay = new WeakMap<FastifyRequest, ReturnType<typeof beginRequest>>();
  app.addHook('onRequest', (request, _reply, done) => {
    const { method, headers, routeOptions } = request;
    const { traceparent } = headers;
    underWay.set(
      request,
      beginRequest({
        method,
        route: routeOptions.url ?? 'unknown',
        traceparent: typeof traceparent === 'string' ? traceparent : undefined,
      }),
    );
    done();
  });
  app.addHook('preHandler', (request, _reply, done) => {
    const traced = underWay.get(request);
    if (traced === undefined) done();
    else traced.run(done);
  });
  app.addHook('onResponse', (request, reply, done) => {
    underWay.get(request)?.end({ status: reply.statusCode });
    done();
  });
}

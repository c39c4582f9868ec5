/** `GET /metrics`, for Prometheus. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import type { Metrics } from '@sendoff/telemetry';

/** Serves the metrics of this process. */
export const metricsRoute: FastifyPluginCallbackTypebox<{ readonly metrics: Pick<Metrics, 'read' | 'contentType'> }> = (
  app,
  { metrics },
  done,
) => {
  app.get(
    '/metrics',
    {
      schema: {
        summary: 'Get metrics',
        operationId: 'getMetrics',
        description:
          'Counters of this process and the current backlog, in the Prometheus text format. Contains no addresses and no ' +
          'content. Needs no API key: do not expose this path through your reverse proxy.',
        tags: ['Operation'],
        security: [],
        response: {
          200: { description: 'The metrics.', content: { '*/*': { schema: { description: 'Text format, version 0.0.4.' } } } },
        },
      },
    },
    async (_request, reply) => {
      const text = await metrics.read();
      return reply.header('cache-control', 'no-store').type(metrics.contentType).send(text);
    },
  );
  done();
};

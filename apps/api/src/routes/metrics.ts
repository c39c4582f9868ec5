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
        summary: 'Metrics',
        operationId: 'getMetrics',
        description:
          'What this process has counted and what waits, in the text format of Prometheus. Needs no key; holds no address and no ' +
          'content. A proxy in front of the API should keep it to itself.',
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

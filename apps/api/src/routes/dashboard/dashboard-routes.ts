/**
 * Routes under `/dashboard/api/`, which only the dashboard uses, with a session or a key. They are not documented at `/docs`,
 * because they change with the page. For emails and keys the dashboard uses the public operations.
 */
import type { FastifyPluginAsync } from 'fastify';
import type { DashboardParts } from './dashboard-parts.ts';
import { overviewRoutes } from './overview-routes.ts';
import { previewRoutes } from './preview-routes.ts';
import { queueRoute } from './queue-route.ts';
import { sourceRoute } from './source-route.ts';

/** Serves them. */
export const dashboardRoutes: FastifyPluginAsync<DashboardParts> = async (app, parts) => {
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.header('cache-control', 'no-store');
    done();
  });
  await app.register(overviewRoutes, parts);
  await app.register(queueRoute, parts);
  await app.register(previewRoutes, parts);
  await app.register(sourceRoute, parts);
};

/**
 * Routes under `/dashboard/api/`, which only the dashboard uses, with a session or a key. They are not documented at `/docs`,
 * because they change with the page. For emails and keys the dashboard uses the public operations.
 */
import type { Logger } from '@sendoff/runtime';
import type { Database } from '@sendoff/db';
import type { DeliveryQueue } from '@sendoff/queue';
import type { FastifyPluginAsync } from 'fastify';
import type { DownloadSigner } from '../attachments/sign-download.ts';
import { overviewRoutes } from './overview-routes.ts';
import { previewRoutes } from './preview-routes.ts';
import { queueRoute } from './queue-route.ts';
import { sourceRoute } from './source-route.ts';

/** What these routes need. */
export interface DashboardParts {
  readonly database: Database;
  readonly queue: Pick<DeliveryQueue, 'countJobs' | 'listJobs' | 'engine'>;
  readonly signer: DownloadSigner;
  readonly logger: Logger;
  readonly publicUrl: string;
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
}

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

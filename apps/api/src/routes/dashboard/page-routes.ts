/** The pages under `/dashboard`, which are all the same file, and its assets. */
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { SendoffError } from '@sendoff/core';
import type { FastifyPluginAsync } from 'fastify';
import { ASSETS_PATH, type DashboardPage } from './dashboard-page.ts';

/** The path segments after `/dashboard/`. The page does the routing. */
const PAGES: ReadonlySet<string> = new Set(['sign-in', 'emails', 'compose', 'webhooks', 'suppressions', 'api-keys', 'queue']);

/** Serves them. */
export const pageRoutes: FastifyPluginAsync<{ readonly page: DashboardPage }> = async (app, { page }) => {
  const schema = { hide: true };
  app.get('/dashboard', { schema }, (_request, reply) => page.send(reply));
  for (const path of ['/dashboard/:page', '/dashboard/:page/:id']) {
    app.get<{ Params: { page: string } }>(path, { schema }, (request, reply) => {
      if (!PAGES.has(request.params.page)) throw new SendoffError('route_not_found');
      return page.send(reply);
    });
  }
  // File names contain a hash of the content, so they never change their content.
  await app.register(fastifyStatic, {
    root: join(page.directory, 'assets'),
    prefix: ASSETS_PATH,
    decorateReply: false,
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    schemaHide: true,
    setHeaders: (reply) => void reply.header('x-content-type-options', 'nosniff'),
  });
};

/** `GET /`: what this is; for a browser, the dashboard. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { VERSION } from '../version.ts';
import { wantsPage, type DashboardPage } from './dashboard/dashboard-page.ts';

const Root = Type.Object(
  {
    name: Type.Literal('sendoff'),
    version: Type.String({ description: 'The version of this release.' }),
    docs: Type.String({ description: 'Where the API is documented.' }),
  },
  { description: 'What answers here.', examples: [{ name: 'sendoff', version: '0.1.0', docs: 'http://127.0.0.1:3000/docs' }] },
);

/** What the root shows. */
interface RootParts {
  readonly publicUrl: string;
  /** Null where the dashboard was not built. */
  readonly page: DashboardPage | null;
}

/** Serves the root. */
export const rootRoute: FastifyPluginCallbackTypebox<RootParts> = (app, { publicUrl, page }, done) => {
  const answer = { name: 'sendoff', version: VERSION, docs: `${publicUrl.replace(/\/+$/, '')}/docs` } as const;
  app.get(
    '/',
    {
      schema: {
        summary: 'What this is',
        operationId: 'getRoot',
        description:
          'Name and version of the service, and the address of its documentation. Needs no key. A browser, which accepts ' +
          '`text/html`, gets the dashboard.',
        tags: ['Operation'],
        security: [],
        response: { 200: Root },
      },
    },
    (request, reply) => {
      if (page !== null) void reply.header('vary', 'accept');
      if (page === null || !wantsPage(request)) return answer;
      return page.send(reply) as never;
    },
  );
  done();
};

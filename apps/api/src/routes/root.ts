/** `GET /`: service information, or the dashboard for a browser. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { VERSION } from '../version.ts';
import { wantsPage, type DashboardPage } from './dashboard/dashboard-page.ts';

const Root = Type.Object(
  {
    name: Type.Literal('sendoff'),
    version: Type.String({ description: 'The version of Sendoff.' }),
    docs: Type.String({ description: 'The URL of the API documentation.' }),
  },
  { description: 'The service.', examples: [{ name: 'sendoff', version: '0.1.0', docs: 'http://127.0.0.1:3000/docs' }] },
);

/** What the root route needs. */
interface RootParts {
  readonly publicUrl: string;
  /** Null if the dashboard was not built. */
  readonly page: DashboardPage | null;
}

/** Serves the root. */
export const rootRoute: FastifyPluginCallbackTypebox<RootParts> = (app, { publicUrl, page }, done) => {
  const answer = { name: 'sendoff', version: VERSION, docs: `${publicUrl.replace(/\/+$/, '')}/docs` } as const;
  app.get(
    '/',
    {
      schema: {
        summary: 'Get service information',
        operationId: 'getRoot',
        description:
          'Returns the name and version of the service and the URL of its documentation. A browser, which sends `Accept: ' +
          'text/html`, gets the dashboard instead. Needs no API key.',
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

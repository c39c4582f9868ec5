/** `GET /suppressions`: the addresses that no email is sent to. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { listSuppressions, type Database } from '@sendoff/db';
import Type from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { pageParameters, refuseBothSides } from '../page-parameters.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import { Origin, presentSuppression, SuppressionListItem } from './suppression-schema.ts';

const DEFAULT_LIMIT = 20;

const SuppressionList = Type.Object(
  {
    object: Type.Literal('list'),
    has_more: Type.Boolean({ description: 'Whether more lie beyond this page, in its direction.' }),
    data: Type.Array(SuppressionListItem, { description: 'The newest first.' }),
  },
  {
    description: 'A page.',
    examples: [
      {
        object: 'list',
        has_more: false,
        data: [
          {
            id: EXAMPLE_ID,
            email: 'ada@example.com',
            origin: 'complaint',
            source_id: EXAMPLE_ID,
            created_at: '2026-04-03 22:13:42.674000+00',
          },
        ],
      },
    ],
  },
);

const Query = Type.Object(
  { ...pageParameters('suppressions', 'suppression', DEFAULT_LIMIT), origin: Type.Optional(Origin) },
  { additionalProperties: false },
);

/** Serves the list. */
export const listSuppressionsRoute: FastifyPluginCallbackTypebox<{ readonly database: Database }> = (app, { database }, done) => {
  app.get(
    '/suppressions',
    {
      schema: {
        summary: 'List suppressions',
        description: 'The newest first, by key: what is added meanwhile neither shifts nor repeats what was read.',
        operationId: 'listSuppressions',
        tags: ['Suppressions'],
        querystring: Query,
        response: { 200: SuppressionList, ...errorResponses('invalid_parameter') },
      },
    },
    async ({ query }) => {
      refuseBothSides(query);
      const { limit = DEFAULT_LIMIT, after, before, origin } = query;
      const page = await listSuppressions(database, { limit, olderThan: after, newerThan: before, origin });
      return { object: 'list' as const, has_more: page.hasMore, data: page.suppressions.map(presentSuppression) };
    },
  );
  done();
};

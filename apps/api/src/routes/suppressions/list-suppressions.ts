/** `GET /suppressions`: the suppression list. */
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
    has_more: Type.Boolean({ description: 'Whether more items follow in the direction of paging.' }),
    data: Type.Array(SuppressionListItem, { description: 'The suppressions, newest first.' }),
  },
  {
    description: 'A page of suppressions.',
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
        description: 'Returns suppressions, newest first. Paging is by id, so new suppressions neither shift nor repeat items.',
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

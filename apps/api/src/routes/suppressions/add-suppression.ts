/** `POST /suppressions`: no more email to an address. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { addSuppressions } from '@sendoff/db';
import Type from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { Added, Address, readAddressField, type SuppressionRouteParts } from './suppression-schema.ts';

const Body = Type.Object(
  { email: Address },
  { additionalProperties: false, description: 'Whom to suppress.', examples: [{ email: 'ada@example.com' }] },
);

/** Serves the adding of one. */
export const addSuppressionRoute: FastifyPluginCallbackTypebox<SuppressionRouteParts> = (
  app,
  { database, noteWebhooks },
  done,
) => {
  app.post(
    '/suppressions',
    {
      schema: {
        summary: 'Suppress an address',
        description:
          'No attempt that begins from now on sends live email to the address, also of email that was accepted before. ' +
          'An address that is on the list stays there as it is.',
        operationId: 'addSuppression',
        tags: ['Suppressions'],
        body: Body,
        response: { 201: Added, ...errorResponses('missing_field', 'invalid_field') },
      },
    },
    async ({ body }, reply) => {
      const [added] = await addSuppressions(
        database,
        [{ email: readAddressField(['email'], body.email), origin: 'manual' }],
        noteWebhooks,
      );
      if (added === undefined) throw new TypeError('What was added has an id');
      void reply.code(201);
      return { object: 'suppression' as const, id: added.id };
    },
  );
  done();
};

/** `POST /suppressions`: adds an address to the suppression list. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { addSuppressions } from '@sendoff/db';
import Type from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { Added, Address, readAddressField, type SuppressionRouteParts } from './suppression-schema.ts';

const Body = Type.Object(
  { email: Address },
  { additionalProperties: false, description: 'The address to suppress.', examples: [{ email: 'ada@example.com' }] },
);

/** Serves the addition of one address. */
export const addSuppressionRoute: FastifyPluginCallbackTypebox<SuppressionRouteParts> = (
  app,
  { database, noteWebhooks },
  done,
) => {
  app.post(
    '/suppressions',
    {
      schema: {
        summary: 'Add a suppression',
        description:
          'Adds an address to the suppression list. Delivery attempts that start from now on send no live email to it, ' +
          'including email that was accepted earlier. If the address is already on the list, its entry stays unchanged.',
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

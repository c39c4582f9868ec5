/** `POST /suppressions/batch/add`: adds several addresses to the suppression list. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { addSuppressions } from '@sendoff/db';
import Type from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import { Added, Address, MAX_BATCH, readAddressField, type SuppressionRouteParts } from './suppression-schema.ts';

const Body = Type.Object(
  {
    emails: Type.Array(Address, {
      minItems: 1,
      maxItems: MAX_BATCH,
      description: `1 to ${String(MAX_BATCH)} addresses.`,
      'x-must-be': `an array of 1 to ${String(MAX_BATCH)} email addresses`,
    }),
  },
  {
    additionalProperties: false,
    description: 'The addresses to suppress.',
    examples: [{ emails: ['ada@example.com', 'bob@example.com'] }],
  },
);

const AddedList = Type.Object(
  { data: Type.Array(Added, { description: 'The suppressions, one for each distinct address, in the order of the request.' }) },
  { description: 'The addresses are on the list.', examples: [{ data: [{ object: 'suppression', id: EXAMPLE_ID }] }] },
);

/** Serves the addition of several addresses. */
export const addSuppressionsBatchRoute: FastifyPluginCallbackTypebox<SuppressionRouteParts> = (
  app,
  { database, noteWebhooks },
  done,
) => {
  app.post(
    '/suppressions/batch/add',
    {
      schema: {
        summary: 'Add a batch of suppressions',
        description:
          `Adds up to ${String(MAX_BATCH)} addresses to the suppression list. If one of them is invalid, none is added. For ` +
          'more addresses use `POST /suppressions/import`.',
        operationId: 'addSuppressions',
        tags: ['Suppressions'],
        body: Body,
        response: { 201: AddedList, ...errorResponses('missing_field', 'invalid_field') },
      },
    },
    async ({ body }, reply) => {
      const emails = body.emails.map((text, n) => readAddressField(['emails', n], text));
      const added = await addSuppressions(
        database,
        emails.map((email) => ({ email, origin: 'manual' })),
        noteWebhooks,
      );
      void reply.code(201);
      return { data: added.map(({ id }) => ({ object: 'suppression' as const, id })) };
    },
  );
  done();
};

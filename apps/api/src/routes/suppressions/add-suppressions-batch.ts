/** `POST /suppressions/batch/add`: no more email to some addresses. */
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
    description: 'Whom to suppress.',
    examples: [{ emails: ['ada@example.com', 'bob@example.com'] }],
  },
);

const AddedList = Type.Object(
  { data: Type.Array(Added, { description: 'One for each different address, in the order of the request.' }) },
  { description: 'They are on the list.', examples: [{ data: [{ object: 'suppression', id: EXAMPLE_ID }] }] },
);

/** Serves the adding of some. */
export const addSuppressionsBatchRoute: FastifyPluginCallbackTypebox<SuppressionRouteParts> = (
  app,
  { database, noteWebhooks },
  done,
) => {
  app.post(
    '/suppressions/batch/add',
    {
      schema: {
        summary: 'Suppress some addresses',
        description: 'All of them or, when one is not an address, none. For more at once there is `POST /suppressions/import`.',
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

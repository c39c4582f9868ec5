/** `POST /suppressions/batch/remove`: removes several addresses from the suppression list. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { missingField, SendoffError } from '@sendoff/core';
import { removeSuppressions, type SuppressionKey } from '@sendoff/db';
import Type, { type Static } from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { EXAMPLE_ID, ResourceId } from '../resource-id.ts';
import { Address, MAX_BATCH, readAddressField, Removed, type SuppressionRouteParts } from './suppression-schema.ts';

const some = { minItems: 1, maxItems: MAX_BATCH } as const;

const Body = Type.Object(
  {
    emails: Type.Optional(
      Type.Array(Address, {
        ...some,
        description: `1 to ${String(MAX_BATCH)} addresses.`,
        'x-must-be': `an array of 1 to ${String(MAX_BATCH)} email addresses`,
      }),
    ),
    ids: Type.Optional(
      Type.Array(ResourceId('suppression', 'The id of a suppression.'), {
        ...some,
        description: `1 to ${String(MAX_BATCH)} ids.`,
        'x-must-be': `an array of 1 to ${String(MAX_BATCH)} ids`,
      }),
    ),
  },
  {
    additionalProperties: false,
    description: 'Either `emails` or `ids`.',
    examples: [{ emails: ['ada@example.com', 'bob@example.com'] }, { ids: [EXAMPLE_ID] }],
  },
);

const RemovedList = Type.Object(
  { data: Type.Array(Removed, { description: 'The removed suppressions, in the order of the request.' }) },
  {
    description: 'The addresses are no longer on the list.',
    examples: [{ data: [{ object: 'suppression', id: EXAMPLE_ID, deleted: true }] }],
  },
);

/** Serves the removal of several. */
export const removeSuppressionsBatchRoute: FastifyPluginCallbackTypebox<SuppressionRouteParts> = (
  app,
  { database, noteWebhooks },
  done,
) => {
  app.post(
    '/suppressions/batch/remove',
    {
      schema: {
        summary: 'Remove a batch of suppressions',
        description:
          'Removes addresses from the suppression list, by `emails` or by `ids`. Entries that are not on the list are ignored.',
        operationId: 'removeSuppressions',
        tags: ['Suppressions'],
        body: Body,
        response: { 200: RemovedList, ...errorResponses('missing_field', 'invalid_field') },
      },
    },
    async ({ body }) => {
      const removed = await removeSuppressions(database, readKeys(body), noteWebhooks);
      return { data: removed.map(({ id }) => ({ object: 'suppression' as const, id, deleted: true as const })) };
    },
  );
  done();
};

function readKeys({ emails, ids }: Static<typeof Body>): SuppressionKey[] {
  if (emails !== undefined && ids !== undefined) {
    throw new SendoffError('invalid_field', 'The fields `emails` and `ids` exclude each other. Leave one out.');
  }
  if (ids !== undefined) return ids.map((id) => ({ kind: 'id', id }));
  if (emails === undefined) throw missingField(['emails']);
  return emails.map((text, n) => ({ kind: 'email', email: readAddressField(['emails', n], text) }));
}

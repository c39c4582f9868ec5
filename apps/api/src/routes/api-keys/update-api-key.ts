/** `PATCH /api-keys/:id`: changes the name, the weight or the limits of a key. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { missingField, SendoffError } from '@sendoff/core';
import { scopeOf, updateApiKey } from '@sendoff/db';
import type { preValidationHookHandler } from 'fastify';
import Type from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import { refuseOtherIds, RepeatedId } from '../repeated-id.ts';
import type { ApiKeyRouteParts } from './api-key-parts.ts';
import { checkKeyName, KeyName, KeyParams, KeyWeight } from './api-key-schema.ts';
import { refuseRestricted, refuseTestWeight } from './key-rights.ts';
import { readRestrictions, restrictionFields } from './restriction-schema.ts';

const Body = Type.Object(
  {
    name: Type.Optional(KeyName),
    weight: Type.Optional(KeyWeight),
    ...restrictionFields,
    id: RepeatedId,
    api_key_id: RepeatedId,
  },
  {
    additionalProperties: false,
    description: 'The fields to change. Omitted fields stay unchanged.',
    examples: [
      { name: 'Shop, from May' },
      { weight: 3 },
      { expires_at: '2127-04-03T22:13:42Z', allowed_networks: ['192.0.2.0/24'], quotas: { daily_emails: 10_000 } },
      { expires_at: null, allowed_networks: [], quotas: null },
    ],
  },
);

const Updated = Type.Object(
  { object: Type.Literal('api_key'), id: Type.String({ description: 'The id of the key.' }) },
  { description: 'The key is updated.', examples: [{ object: 'api_key', id: EXAMPLE_ID }] },
);

/** Serves the update of keys. */
export const updateApiKeyRoute: FastifyPluginCallbackTypebox<ApiKeyRouteParts> = (app, parts, done) => {
  const { database, onKeyChanged, wallClock } = parts;
  app.patch(
    '/api-keys/:id',
    {
      preValidation: ignoreOtherNulls,
      schema: {
        summary: 'Update an API key',
        description:
          'Changes the name, the weight or the limits of a key; null removes a limit. Limits apply immediately; in other API ' +
          'processes and SMTP within a second. A weight applies in all processes within 10 seconds; a test key can set no ' +
          'weight other than 1. To change the permission or the mode, create a new key and delete this one. The key of ' +
          '`BOOTSTRAP_API_KEY` can have a weight but no limits.',
        operationId: 'updateApiKey',
        tags: ['API keys'],
        params: KeyParams,
        body: Body,
        response: {
          200: Updated,
          ...errorResponses('api_key_not_found', 'missing_field', 'invalid_field', 'invalid_parameter', 'beyond_own_rights'),
        },
      },
    },
    async ({ params, body: { name, weight, id: repeated, api_key_id: named, ...settings }, apiKey }) => {
      const id = params.id.toLowerCase();
      refuseOtherIds(id, { id: repeated, api_key_id: named });
      if (name !== undefined) checkKeyName(name);
      const restrictions = readRestrictions(settings, new Date(wallClock()));
      if (name === undefined && weight === undefined && Object.keys(settings).length === 0) throw missingField(['name']);
      refuseRestricted(apiKey);
      refuseTestWeight(apiKey, weight);
      const result = await updateApiKey(database, id, { name, weight, restrictions }, scopeOf(apiKey));
      if (result === 'unknown') throw new SendoffError('api_key_not_found');
      if (result === 'bootstrap') throw new SendoffError('invalid_field', BOOTSTRAP);
      onKeyChanged(id);
      return { object: 'api_key' as const, id };
    },
  );
  done();
};

const BOOTSTRAP = 'The key of `BOOTSTRAP_API_KEY` can have no limits. Create another key with limits and use that one.';

/** Fields in which null means the same as absent, as many clients write it; in the others null removes a limit. */
const OTHERS: ReadonlySet<string> = new Set(['name', 'weight', 'id', 'api_key_id']);

const ignoreOtherNulls: preValidationHookHandler = (request, _reply, done) => {
  const { body } = request;
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    request.body = Object.fromEntries(Object.entries(body).filter(([name, value]) => value !== null || !OTHERS.has(name)));
  }
  done();
};

/** API keys in requests and responses. */
import type { Mode, Permission } from '@sendoff/db';
import { textProblem } from '@sendoff/mail/message';
import Type, { type Static } from 'typebox';
import { MAX_NAME, MAX_WEIGHT } from '../../key-settings/limits.ts';
import { fieldProblem, missingField } from '@sendoff/core';
import { EXAMPLE_ID, ResourceId } from '../resource-id.ts';
import { EXAMPLE_RESTRICTIONS, shownRestrictions } from './restriction-schema.ts';

const Choice = <const Values extends readonly string[]>(values: Values, description: string) =>
  Type.Unsafe<Values[number]>({
    type: 'string',
    enum: values,
    description,
    'x-must-be': values.map((value) => `\`${value}\``).join(' or '),
  });

const PERMISSIONS = ['full_access', 'sending_access'] as const satisfies readonly Permission[];
const MODES = ['live', 'test'] as const satisfies readonly Mode[];

/** The name of a key in a request. */
export const KeyName = Type.String({
  description: `A name for the key: 1 to ${String(MAX_NAME)} characters on one line.`,
  maxLength: MAX_NAME,
  'x-must-be': `a string of 1 to ${String(MAX_NAME)} characters`,
});

/** What a key can do. */
export const KeyPermission = Choice(
  PERMISSIONS,
  '`full_access`: all operations. `sending_access`: only `POST /emails` and `POST /emails/batch`.',
);

/** Whether its email is delivered. */
export const KeyMode = Choice(
  MODES,
  '`live`: email is delivered. `test`: email is simulated and never delivered, and the key can only see and change ' +
    'test mail, test keys and their webhooks. Defaults to the mode of the key that makes the request. Not part of the ' +
    'Resend API.',
);

/** The factor for the key's share of shared resources. */
export const KeyWeight = Type.Integer({
  minimum: 1,
  maximum: MAX_WEIGHT,
  description:
    "Multiplies the key's share of resources that API keys share, such as memory, connections and sending order: 1 " +
    `(default) to ${String(MAX_WEIGHT)}. Takes effect in all processes within 10 seconds. Not part of the Resend API.`,
  'x-must-be': `a whole number from 1 to ${String(MAX_WEIGHT)}`,
});

/** The `:id` of a path. */
export const KeyParams = Type.Object({ id: ResourceId('API key', 'The id of the key, as returned when it was created.') });

/** A key in a list. */
export const ApiKey = Type.Object({
  id: Type.String({ description: 'The id of the key. This is not the key itself.' }),
  name: Type.String({ description: 'The name of the key.' }),
  created_at: Type.String({ description: 'When the key was created, for example `2026-04-03 22:13:42.674000+00`.' }),
  last_used_at: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    description: 'When the key was last used, accurate to about ten seconds; null if never.',
  }),
  permission: Choice(PERMISSIONS, 'What the key can do.'),
  mode: Choice(MODES, 'Whether email sent with the key is delivered (`live`) or simulated (`test`).'),
  weight: Type.Integer({ description: `The factor for the key's share of shared resources: 1 to ${String(MAX_WEIGHT)}.` }),
  ...shownRestrictions,
});
/** A key in a list. */
export type ApiKey = Static<typeof ApiKey>;

/** An example key for the documentation. */
export const EXAMPLE_API_KEY: ApiKey = {
  id: EXAMPLE_ID,
  name: 'Shop',
  created_at: '2026-04-03 22:13:42.674000+00',
  last_used_at: '2026-04-04 09:01:10.120000+00',
  permission: 'sending_access',
  mode: 'live',
  weight: 1,
  ...EXAMPLE_RESTRICTIONS,
};

/** @throws {SendoffError} when the name is empty or not a single line. */
export function checkKeyName(name: string): void {
  if (name.trim() === '') throw missingField(['name']);
  const problem = textProblem(name);
  if (problem !== undefined) throw fieldProblem(['name'], problem);
}

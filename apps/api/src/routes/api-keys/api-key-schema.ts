/** API keys as clients write and read them. */
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
  description: `What the key is for: 1 to ${String(MAX_NAME)} characters on one line.`,
  maxLength: MAX_NAME,
  'x-must-be': `a string of 1 to ${String(MAX_NAME)} characters`,
});

/** What a key may do. */
export const KeyPermission = Choice(
  PERMISSIONS,
  '`full_access`: everything. `sending_access`: only send, by `POST /emails` and `POST /emails/batch`.',
);

/** Whether its email leaves. */
export const KeyMode = Choice(
  MODES,
  '`live`: email is sent. `test`: email is simulated and never delivered, and the key sees and changes only test mail, test keys and ' +
    'their webhooks. Left out: the mode of the key that makes it. Sendoff has this, Resend has not.',
);

/** How large the shares of a key are. */
export const KeyWeight = Type.Integer({
  minimum: 1,
  maximum: MAX_WEIGHT,
  description:
    `Multiplies its share of what API keys share, such as memory, connections and the order of sending: 1 (the default) to ${String(MAX_WEIGHT)}. ` +
    'All processes follow it within 10 seconds. Sendoff has this, Resend has not.',
  'x-must-be': `a whole number from 1 to ${String(MAX_WEIGHT)}`,
});

/** The `:id` of a path. */
export const KeyParams = Type.Object({ id: ResourceId('API key', 'The id of the key, as it was answered when it was made.') });

/** A key in a list. */
export const ApiKey = Type.Object({
  id: Type.String({ description: 'The id of the key; it is not the key.' }),
  name: Type.String({ description: 'What it is for.' }),
  created_at: Type.String({ description: 'When it was made, such as `2026-04-03 22:13:42.674000+00`.' }),
  last_used_at: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    description: 'When it was last used, noted within some seconds; null when it never was.',
  }),
  permission: Choice(PERMISSIONS, 'What it may do.'),
  mode: Choice(MODES, 'Whether its email leaves.'),
  weight: Type.Integer({ description: `What its shares are multiplied by: 1 to ${String(MAX_WEIGHT)}.` }),
  ...shownRestrictions,
});
/** A key in a list. */
export type ApiKey = Static<typeof ApiKey>;

/** A key for the documentation. */
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

/** @throws {SendoffError} when the name is empty, or cannot stand on one line. */
export function checkKeyName(name: string): void {
  if (name.trim() === '') throw missingField(['name']);
  const problem = textProblem(name);
  if (problem !== undefined) throw fieldProblem(['name'], problem);
}

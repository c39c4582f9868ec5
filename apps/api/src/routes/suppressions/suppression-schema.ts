/** Suppressions in requests and responses. */
import { type FieldPath, fieldProblem, nameField, SendoffError } from '@sendoff/core';
import type { Database, NoteWebhooks, Suppression as StoredSuppression, SuppressionKey, SuppressionOrigin } from '@sendoff/db';
import Type, { type Static } from 'typebox';
import { readAddress } from '../../suppressions/read-address.ts';
import { wireTime } from '../emails/wire-time.ts';
import { EXAMPLE_ID } from '../resource-id.ts';

/** What the routes that change the list need. */
export interface SuppressionRouteParts {
  readonly database: Database;
  /** Triggers the webhooks that subscribe to suppression events. */
  readonly noteWebhooks: NoteWebhooks;
}

/** Addresses or ids in one request. */
export const MAX_BATCH = 100;

const ORIGINS = ['manual', 'bounce', 'complaint'] as const satisfies readonly SuppressionOrigin[];

/** Why an address is on the list. */
export const Origin = Type.Unsafe<SuppressionOrigin>({
  type: 'string',
  enum: ORIGINS,
  description:
    '`manual`: added by a person or an application. `bounce`: a server reported that the recipient does not exist. ' +
    '`complaint`: the recipient reported an email as spam.',
  'x-must-be': 'one of `manual`, `bounce`, `complaint`',
  examples: ['bounce'],
});

/** The address in a request. */
export const Address = Type.String({
  description: 'An email address; not case-sensitive.',
  'x-must-be': 'an email address',
  examples: ['ada@example.com'],
});

const fields = {
  id: Type.String({ description: 'The id of the suppression.' }),
  email: Type.String({ description: 'The address, in lower case.' }),
  origin: Origin,
  source_id: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    description: 'The id of the email that bounced or was reported as spam; null if there is none.',
  }),
  created_at: Type.String({ description: 'When the address was added, for example `2026-04-03 22:13:42.674000+00`.' }),
};

/** A suppression in a list. */
export const SuppressionListItem = Type.Object(fields);
/** A suppression in a list. */
export type SuppressionListItem = Static<typeof SuppressionListItem>;

/** A suppression by itself. */
export const Suppression = Type.Object(
  { object: Type.Literal('suppression'), ...fields },
  {
    description: 'The suppression.',
    examples: [
      {
        object: 'suppression',
        id: EXAMPLE_ID,
        email: 'ada@example.com',
        origin: 'bounce',
        source_id: EXAMPLE_ID,
        created_at: '2026-04-03 22:13:42.674000+00',
      },
    ],
  },
);

/** The response when a suppression was added. */
export const Added = Type.Object(
  { object: Type.Literal('suppression'), id: fields.id },
  { description: 'The address is on the list.', examples: [{ object: 'suppression', id: EXAMPLE_ID }] },
);

/** The response when a suppression was removed. */
export const Removed = Type.Object(
  { object: Type.Literal('suppression'), id: fields.id, deleted: Type.Literal(true) },
  { description: 'The address is no longer on the list.', examples: [{ object: 'suppression', id: EXAMPLE_ID, deleted: true }] },
);

/** The `:id_or_email` of a path. */
export const SuppressionParams = Type.Object({
  id_or_email: Type.String({
    description: 'The id of the suppression, or the address that it suppresses.',
    'x-must-be': 'the id of a suppression or an email address',
    examples: [EXAMPLE_ID],
  }),
});

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** @throws {SendoffError} when it is neither an id nor an address. */
export function readKey({ id_or_email: text }: Static<typeof SuppressionParams>): SuppressionKey {
  if (UUID.test(text)) return { kind: 'id', id: text.toLowerCase() };
  const email = readAddress(text);
  if (typeof email === 'string') return { kind: 'email', email };
  const subject = nameField(['id_or_email'], 'parameter');
  throw new SendoffError(
    'invalid_parameter',
    `${subject} must be the id of a suppression, or ${email.problem.replace(/^must be /, '')}.`,
  );
}

/** @throws {SendoffError} naming the field, when it is not an address. */
export function readAddressField(path: FieldPath, text: string): string {
  const email = readAddress(text);
  if (typeof email === 'string') return email;
  throw fieldProblem(path, email.problem);
}

/** Converts a suppression from a database row to the list format. */
export const presentSuppression = ({ id, email, origin, sourceEmailId, createdAt }: StoredSuppression): SuppressionListItem => ({
  id,
  email,
  origin,
  source_id: sourceEmailId,
  created_at: wireTime(createdAt),
});

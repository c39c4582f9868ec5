/** The limits of a key in requests and responses. Not part of the Resend API. */
import type { ApiKeyRestrictions, KeyUsage } from '@sendoff/db';
import Type, { type Static } from 'typebox';
import { InvalidSetting } from '../../key-settings/invalid-setting.ts';
import { MAX_BYTES, MAX_COUNT, MAX_NETWORKS, MAX_SENDERS } from '../../key-settings/limits.ts';
import { readAllowedSender } from '../../key-settings/read-allowed-sender.ts';
import { readExpiry } from '../../key-settings/read-expiry.ts';
import { readNetwork } from '../../key-settings/read-network.ts';
import { fieldProblem, type FieldPath } from '@sendoff/core';
import { wireTime } from '../emails/wire-time.ts';

/** Characters of a list entry; longer than any valid one. */
const MAX_ENTRY = 320;

const list = (description: string, most: number, things: string, examples: readonly string[]) =>
  Type.Unsafe<string[] | null>({
    type: ['array', 'null'],
    items: { type: 'string', maxLength: MAX_ENTRY, 'x-must-be': `a string of at most ${String(MAX_ENTRY)} characters` },
    maxItems: most,
    description,
    examples: [examples],
    'x-must-be': `a list of at most ${String(most)} ${things}, or null`,
  });

const quota = (description: string, most: number) =>
  Type.Unsafe<number | null>({
    type: ['integer', 'null'],
    minimum: 1,
    maximum: most,
    description: `${description}; null for no limit.`,
    'x-must-be': `a whole number from 1 to ${String(most)}, or null`,
  });

const quotas = {
  daily_emails: quota('Maximum number of emails accepted per day (UTC)', MAX_COUNT),
  daily_bytes: quota('Maximum bytes of emails accepted per day (UTC)', MAX_BYTES),
  scheduled_emails: quota('Maximum number of emails scheduled at the same time', MAX_COUNT),
  webhooks: quota('Maximum number of webhooks the key can have', MAX_COUNT),
};
/** Quotas. */
type Quotas = Record<keyof typeof quotas, number | null>;

/** In a request; omitted fields stay unchanged. */
export const restrictionFields = {
  expires_at: Type.Optional(
    Type.Unsafe<string | null>({
      type: ['string', 'null'],
      description: 'When the key expires: ISO 8601, UTC if no offset is given. Null for never.',
      examples: ['2027-04-03T22:13:42Z'],
      'x-must-be': 'a time in ISO 8601, such as `2027-04-03T22:13:42Z`, or null',
    }),
  ),
  allowed_networks: Type.Optional(
    list(
      'IPv4 and IPv6 addresses and networks from which the key can be used. Empty or null for any.',
      MAX_NETWORKS,
      'addresses and networks, such as `192.0.2.7` or `2001:db8::/32`',
      ['192.0.2.0/24', '2001:db8::7'],
    ),
  ),
  allowed_senders: Type.Optional(
    list(
      'Addresses and domains allowed in `from`. A domain does not include its subdomains. Empty or null for any.',
      MAX_SENDERS,
      'addresses and domains, such as `news@acme.example` or `acme.example`',
      ['news@acme.example', 'shop.example'],
    ),
  ),
  quotas: Type.Optional(
    Type.Unsafe<Partial<Quotas> | null>({
      type: ['object', 'null'],
      properties: quotas,
      additionalProperties: false,
      description: 'The quotas of the key; null removes all of them.',
      examples: [{ daily_emails: 10_000, scheduled_emails: 500 }],
      'x-must-be': 'an object with quotas, or null',
    }),
  ),
};
/** In a request. */
export type RestrictionFields = Static<Type.TObject<typeof restrictionFields>>;

/** In a list. */
export const shownRestrictions = {
  expires_at: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    description: 'When the key expires, for example `2027-04-03 22:13:42.000000+00`; null for never.',
  }),
  allowed_networks: Type.Array(Type.String(), {
    description: 'The networks from which the key can be used, in CIDR notation; empty for any.',
  }),
  allowed_senders: Type.Array(Type.String(), {
    description: 'The addresses and domains the key can send as, in lower case; empty for any.',
  }),
  quotas: Type.Object(quotas, { description: 'The quotas of the key.' }),
  used_today: Type.Unsafe<KeyUsage | null>({
    type: ['object', 'null'],
    properties: {
      emails: Type.Integer({ description: 'The number of emails accepted.' }),
      bytes: Type.Integer({ description: 'The size of these emails in bytes.' }),
    },
    required: ['emails', 'bytes'],
    additionalProperties: false,
    description: 'What the key has used of its daily quotas today (UTC); null without a daily quota.',
  }),
};

/**
 * The restrictions in a request body.
 *
 * @throws {SendoffError} naming the field that is not valid.
 */
export function readRestrictions(
  { expires_at, allowed_networks, allowed_senders, quotas: given }: RestrictionFields,
  now: Date,
): Partial<ApiKeyRestrictions> {
  const expiresAt = typeof expires_at === 'string' ? explained(['expires_at'], () => readExpiry(expires_at, now)) : expires_at;
  const { daily_emails, daily_bytes, scheduled_emails, webhooks } = given ?? (given === null ? NO_QUOTAS : {});
  return {
    ...(expiresAt !== undefined && { expiresAt }),
    ...(allowed_networks !== undefined && { allowedNetworks: readList('allowed_networks', allowed_networks, readNetwork) }),
    ...(allowed_senders !== undefined && { allowedSenders: readList('allowed_senders', allowed_senders, readAllowedSender) }),
    ...(daily_emails !== undefined && { dailyEmails: daily_emails }),
    ...(daily_bytes !== undefined && { dailyBytes: daily_bytes }),
    ...(scheduled_emails !== undefined && { maxScheduled: scheduled_emails }),
    ...(webhooks !== undefined && { maxWebhooks: webhooks }),
  };
}

const NO_QUOTAS: Partial<Quotas> = { daily_emails: null, daily_bytes: null, scheduled_emails: null, webhooks: null };

/** The normalized entries without duplicates. */
const readList = (field: string, entries: readonly string[] | null, read: (text: string) => string): string[] => [
  ...new Set((entries ?? []).map((entry, index) => explained([field, index], () => read(entry)))),
];

function explained<Value>(path: FieldPath, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof InvalidSetting) throw fieldProblem(path, error.message);
    throw error;
  }
}

/** Converts limits from database rows to the wire format. */
export const presentRestrictions = (restrictions: ApiKeyRestrictions) => ({
  expires_at: restrictions.expiresAt === null ? null : wireTime(restrictions.expiresAt),
  allowed_networks: [...restrictions.allowedNetworks],
  allowed_senders: [...restrictions.allowedSenders],
  quotas: {
    daily_emails: restrictions.dailyEmails,
    daily_bytes: restrictions.dailyBytes,
    scheduled_emails: restrictions.maxScheduled,
    webhooks: restrictions.maxWebhooks,
  },
});

/** What was accepted today; null for a key without daily quotas, which is not counted. */
export const presentUsage = (
  { dailyEmails, dailyBytes }: ApiKeyRestrictions,
  usage: KeyUsage = { emails: 0, bytes: 0 },
): KeyUsage | null => (dailyEmails === null && dailyBytes === null ? null : usage);

/** For the documentation. */
export const EXAMPLE_RESTRICTIONS = {
  expires_at: '2027-04-03 22:13:42.000000+00',
  allowed_networks: ['192.0.2.0/24'],
  allowed_senders: ['news@acme.example'],
  quotas: { daily_emails: 10_000, daily_bytes: null, scheduled_emails: 500, webhooks: null },
  used_today: { emails: 1_204, bytes: 5_718_020 },
};

/** What a key is held to, as clients write and read it. Sendoff has this, Resend has not. */
import type { ApiKeyRestrictions, KeyUsage } from '@sendoff/db';
import Type, { type Static } from 'typebox';
import { InvalidSetting } from '../../key-settings/invalid-setting.ts';
import { MAX_BYTES, MAX_COUNT, MAX_NETWORKS, MAX_SENDERS } from '../../key-settings/limits.ts';
import { readAllowedSender } from '../../key-settings/read-allowed-sender.ts';
import { readExpiry } from '../../key-settings/read-expiry.ts';
import { readNetwork } from '../../key-settings/read-network.ts';
import { fieldProblem, type FieldPath } from '@sendoff/core';
import { wireTime } from '../emails/wire-time.ts';

/** Characters of an entry of a list; nothing that is valid is as long. */
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
    description: `${description}; null for any number.`,
    'x-must-be': `a whole number from 1 to ${String(most)}, or null`,
  });

const quotas = {
  daily_emails: quota('Emails that are accepted in a day (UTC)', MAX_COUNT),
  daily_bytes: quota('Bytes of emails that are accepted in a day (UTC)', MAX_BYTES),
  scheduled_emails: quota('Emails that wait for their time at once', MAX_COUNT),
  webhooks: quota('Webhooks that the key may have', MAX_COUNT),
};
/** Quotas. */
type Quotas = Record<keyof typeof quotas, number | null>;

/** In a request; what is left out stays as it is. */
export const restrictionFields = {
  expires_at: Type.Optional(
    Type.Unsafe<string | null>({
      type: ['string', 'null'],
      description: 'From when on the key is refused: a time in ISO 8601, UTC without an offset. Null for never.',
      examples: ['2027-04-03T22:13:42Z'],
      'x-must-be': 'a time in ISO 8601, such as `2027-04-03T22:13:42Z`, or null',
    }),
  ),
  allowed_networks: Type.Optional(
    list(
      'Addresses and networks, IPv4 and IPv6, from which the key is accepted. Empty, or null, for any.',
      MAX_NETWORKS,
      'addresses and networks, such as `192.0.2.7` or `2001:db8::/32`',
      ['192.0.2.0/24', '2001:db8::7'],
    ),
  ),
  allowed_senders: Type.Optional(
    list(
      'Addresses and domains that `from` may name; a domain is without its subdomains. Empty, or null, for any.',
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
      description: 'How much the key may do; null takes all of them away.',
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
    description: 'From when on it is refused, such as `2027-04-03 22:13:42.000000+00`; null for never.',
  }),
  allowed_networks: Type.Array(Type.String(), {
    description: 'From where it is accepted, in CIDR notation; empty for anywhere.',
  }),
  allowed_senders: Type.Array(Type.String(), {
    description: 'Addresses and domains that it may send as, in lower case; empty for any.',
  }),
  quotas: Type.Object(quotas, { description: 'How much it may do.' }),
  used_today: Type.Unsafe<KeyUsage | null>({
    type: ['object', 'null'],
    properties: {
      emails: Type.Integer({ description: 'Emails that were accepted.' }),
      bytes: Type.Integer({ description: 'Bytes of these emails.' }),
    },
    required: ['emails', 'bytes'],
    additionalProperties: false,
    description: 'What was accepted from it today (UTC); null without a daily quota.',
  }),
};

/**
 * The restrictions that a body names.
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

/** Each entry as keys hold it, once. */
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

/** From the table to the wire. */
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

/** What was accepted today; null for a key whose emails and bytes nobody counts. */
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

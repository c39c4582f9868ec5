/** Converts the limits of a key between form fields, API requests and text. */
import type { paths } from '../../api/schema.ts';
import type { ApiKey } from '../../api/types.ts';
import { fileSize, number } from '../../format/number.ts';
import { localInput, readTime, relativeTime } from '../../format/time.ts';
import { strings } from '../../strings.ts';

const words = strings.apiKeys.limits;

/** The form fields; an empty field means no limit. */
export interface LimitFields {
  /** The value of a `datetime-local` input. */
  readonly expiresAt: string;
  /** Separated by line breaks or commas. */
  readonly networks: string;
  readonly senders: string;
  readonly dailyEmails: string;
  readonly dailyMegabytes: string;
  readonly scheduledEmails: string;
  readonly webhooks: string;
}

/** The fields of a key without limits. */
export const NO_LIMITS: LimitFields = {
  expiresAt: '',
  networks: '',
  senders: '',
  dailyEmails: '',
  dailyMegabytes: '',
  scheduledEmails: '',
  webhooks: '',
};

/** The limits in the body of `PATCH /api-keys/{id}` and `POST /api-keys`. */
export type LimitBody = Omit<
  NonNullable<paths['/api-keys/{id}']['patch']['requestBody']>['content']['application/json'],
  'name' | 'weight' | 'id' | 'api_key_id'
>;

/** The fields for a key. */
export function limitFieldsOf({ expires_at, allowed_networks, allowed_senders, quotas }: ApiKey): LimitFields {
  return {
    expiresAt: expires_at === null ? '' : localInput(readTime(expires_at)),
    networks: allowed_networks.join('\n'),
    senders: allowed_senders.join('\n'),
    dailyEmails: text(quotas.daily_emails),
    dailyMegabytes: text(quotas.daily_bytes === null ? null : quotas.daily_bytes / BYTES_PER_MEGABYTE),
    scheduledEmails: text(quotas.scheduled_emails),
    webhooks: text(quotas.webhooks),
  };
}

/** The changes for the API. Unchanged fields are left out, because a value can hold more than its field shows. */
export function limitChanges(before: LimitFields, after: LimitFields): LimitBody {
  const changed = (field: keyof LimitFields): boolean => before[field] !== after[field];
  const quotas = {
    ...(changed('dailyEmails') && { daily_emails: count(after.dailyEmails) }),
    ...(changed('dailyMegabytes') && { daily_bytes: bytes(after.dailyMegabytes) }),
    ...(changed('scheduledEmails') && { scheduled_emails: count(after.scheduledEmails) }),
    ...(changed('webhooks') && { webhooks: count(after.webhooks) }),
  };
  return {
    ...(changed('expiresAt') && { expires_at: after.expiresAt === '' ? null : new Date(after.expiresAt).toISOString() }),
    ...(changed('networks') && { allowed_networks: entries(after.networks) }),
    ...(changed('senders') && { allowed_senders: entries(after.senders) }),
    ...(Object.keys(quotas).length > 0 && { quotas }),
  };
}

/** One line for a weight other than 1 and one for each limit, with the used part of a daily quota. */
export function describeLimits(
  { weight, expires_at, allowed_networks, allowed_senders, quotas, used_today }: ApiKey,
  now: Date,
): string[] {
  const { daily_emails, daily_bytes, scheduled_emails, webhooks } = quotas;
  const used = used_today ?? { emails: 0, bytes: 0 };
  return [
    ...(weight === 1 ? [] : [words.ofWeight(weight)]),
    ...(expires_at === null ? [] : [expiry(readTime(expires_at), now)]),
    ...(allowed_networks.length === 0 ? [] : [words.from(shortened(allowed_networks))]),
    ...(allowed_senders.length === 0 ? [] : [words.as(shortened(allowed_senders))]),
    ...(daily_emails === null ? [] : [words.emailsToday(number(used.emails), number(daily_emails))]),
    ...(daily_bytes === null ? [] : [words.bytesToday(fileSize(used.bytes), fileSize(daily_bytes))]),
    ...(scheduled_emails === null ? [] : [words.scheduledAtOnce(number(scheduled_emails))]),
    ...(webhooks === null ? [] : [words.webhookCount(webhooks)]),
  ];
}

const BYTES_PER_MEGABYTE = 1e6;

const text = (value: number | null): string => (value === null ? '' : String(value));
const count = (field: string): number | null => (field === '' ? null : Number(field));
const bytes = (field: string): number | null => (field === '' ? null : Math.round(Number(field) * BYTES_PER_MEGABYTE));

const entries = (field: string): string[] =>
  field
    .split(/[\s,]+/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

const expiry = (time: Date, now: Date): string =>
  time > now ? words.expires(relativeTime(time, now)) : words.expired(relativeTime(time, now));

/** The first items of a list and the number of the others. */
const shortened = ([first = '', ...rest]: readonly string[]): string =>
  rest.length === 0 ? first : words.andMore(first, rest.length);

/** The limits of a key, as command options and as text. */
import type { ApiKeyRestrictions, KeyUsage } from '@sendoff/db';
import { InvalidArgumentError, type Command } from 'commander';
import { InvalidSetting } from '../key-settings/invalid-setting.ts';
import { MAX_BYTES, MAX_COUNT, MAX_NETWORKS, MAX_SENDERS } from '../key-settings/limits.ts';
import { readAllowedSender } from '../key-settings/read-allowed-sender.ts';
import { readExpiry } from '../key-settings/read-expiry.ts';
import { readNetwork } from '../key-settings/read-network.ts';

/** Removes a limit. Not null, which commander turns into an empty string. */
type NoLimit = 'never' | 'none';

/** The parsed options. Options that were not given are absent; an empty list removes the limit. */
export interface LimitOptions {
  readonly expires?: Date | NoLimit;
  readonly network?: readonly string[];
  readonly sender?: readonly string[];
  readonly dailyEmails?: number | NoLimit;
  readonly dailyBytes?: number | NoLimit;
  readonly scheduledEmails?: number | NoLimit;
  readonly webhooks?: number | NoLimit;
}

/** Adds the options to a command. */
export const withLimitOptions = (command: Command): Command =>
  command
    .option(
      '--expires <when>',
      'when the key expires: after a duration such as 90d, 12h or 30m, at a time in ISO 8601, or never',
      readWhen,
    )
    .option(
      '--network <network>',
      'address or network from which the key can be used; repeatable; any for no restriction',
      readNetworks,
    )
    .option('--sender <sender>', 'address or domain that the key can send as; repeatable; any for no restriction', readSenders)
    .option('--daily-emails <number>', 'maximum number of emails per day (UTC), or none for no limit', readCount)
    .option('--daily-bytes <size>', 'maximum bytes of emails per day (UTC), such as 500MB, or none for no limit', readSize)
    .option('--scheduled-emails <number>', 'maximum number of emails scheduled at the same time, or none for no limit', readCount)
    .option('--webhooks <number>', 'maximum number of webhooks, or none for no limit', readCount);

/** The restrictions that the options set or remove. */
export const restrictionsOf = (options: LimitOptions): Partial<ApiKeyRestrictions> => ({
  ...(options.expires !== undefined && { expiresAt: limitOf(options.expires) }),
  ...(options.network !== undefined && { allowedNetworks: options.network }),
  ...(options.sender !== undefined && { allowedSenders: options.sender }),
  ...(options.dailyEmails !== undefined && { dailyEmails: limitOf(options.dailyEmails) }),
  ...(options.dailyBytes !== undefined && { dailyBytes: limitOf(options.dailyBytes) }),
  ...(options.scheduledEmails !== undefined && { maxScheduled: limitOf(options.scheduledEmails) }),
  ...(options.webhooks !== undefined && { maxWebhooks: limitOf(options.webhooks) }),
});

const limitOf = <Value>(read: Value | NoLimit): Value | null => (read === 'never' || read === 'none' ? null : read);

/**
 * The restrictions of a key on one line, or `none`.
 *
 * @param used how much of its daily quotas is used, if any.
 */
export function describeLimits(restrictions: ApiKeyRestrictions, now: Date, used?: KeyUsage): string {
  const { expiresAt, allowedNetworks, allowedSenders, dailyEmails, dailyBytes, maxScheduled, maxWebhooks } = restrictions;
  const parts = [
    ...(expiresAt === null ? [] : [`${expiresAt > now ? 'expires' : 'expired'} ${expiresAt.toISOString()}`]),
    ...(allowedNetworks.length === 0 ? [] : [`from ${allowedNetworks.join(' ')}`]),
    ...(allowedSenders.length === 0 ? [] : [`as ${allowedSenders.join(' ')}`]),
    ...(dailyEmails === null ? [] : [aDay('emails', dailyEmails, used?.emails)]),
    ...(dailyBytes === null ? [] : [aDay('bytes', dailyBytes, used?.bytes)]),
    ...(maxScheduled === null ? [] : [`${String(maxScheduled)} scheduled`]),
    ...(maxWebhooks === null ? [] : [`${String(maxWebhooks)} webhooks`]),
  ];
  return parts.length === 0 ? 'none' : parts.join(', ');
}

const aDay = (what: string, most: number, used: number | undefined): string =>
  used === undefined ? `${String(most)} ${what} a day` : `${String(used)} of ${String(most)} ${what} today`;

const UNITS_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

function readWhen(text: string): Date | NoLimit {
  if (text === 'never') return text;
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  const now = new Date();
  if (count !== undefined && unit !== undefined) {
    if (Number(count) === 0) throw new InvalidArgumentError('It must be in the future.');
    return new Date(now.getTime() + Number(count) * UNITS_MS[unit as keyof typeof UNITS_MS]);
  }
  return explained(() => readExpiry(text, now));
}

const readNetworks = listReader(readNetwork, MAX_NETWORKS);
const readSenders = listReader(readAllowedSender, MAX_SENDERS);

/** Collects the values of a repeatable option; `any` clears them. */
function listReader(read: (text: string) => string, most: number) {
  return (text: string, before: readonly string[] = []): string[] => {
    if (text === 'any') return [];
    const all = [...new Set([...before, explained(() => read(text))])];
    if (all.length > most) throw new InvalidArgumentError(`At most ${String(most)} are allowed.`);
    return all;
  };
}

const readCount = (text: string): number | NoLimit => (text === 'none' ? text : readNumber(text, 1, MAX_COUNT));

const SIZES = { '': 1, KB: 1e3, MB: 1e6, GB: 1e9 } as const;

function readSize(text: string): number | NoLimit {
  if (text === 'none') return text;
  const [, digits = text, unit = ''] = /^(\d+) ?(KB|MB|GB)?$/i.exec(text) ?? [];
  return readNumber(digits, SIZES[unit.toUpperCase() as keyof typeof SIZES], MAX_BYTES);
}

function readNumber(digits: string, unit: number, most: number): number {
  const value = /^\d{1,16}$/.test(digits) ? Number(digits) * unit : Number.NaN;
  if (value >= 1 && value <= most) return value;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${String(most)}, or none.`);
}

function explained<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof InvalidSetting) throw new InvalidArgumentError(`It ${error.message.replaceAll('`', '')}.`);
    throw error;
  }
}

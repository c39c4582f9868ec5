import { isAscii } from 'node:buffer';
import type { UnsupportedReason } from '@sendoff/core';
import { isAsciiText } from '../../seven-bit/encode-words.ts';
import { NoAsciiForm } from '../../seven-bit/no-ascii-form.ts';
import { recodeMessage } from '../../seven-bit/recode-message.ts';
import { splitEntity } from '../../seven-bit/split-entity.ts';
import type { Recipient } from './recipient.ts';

/** The extensions of a relay that determine the form of a message. */
export interface RelayOffers {
  /** RFC 6531. */
  readonly smtpUtf8: boolean;
  /** RFC 6152. */
  readonly eightBitMime: boolean;
}

/** A recipient that the relay does not support because it lacks an extension. */
export interface UnsupportedRecipient {
  readonly recipient: Recipient;
  readonly reason: UnsupportedReason;
  /** Readable explanation. */
  readonly message: string;
}

/** A message in the form for one relay. */
export interface WireForm {
  readonly raw: Buffer;
  readonly recipients: readonly Recipient[];
  /** Recipients that the relay does not support. */
  readonly unsupported: readonly UnsupportedRecipient[];
  /** Whether MAIL needs SMTPUTF8, for the envelope or the header. */
  readonly smtpUtf8: boolean;
  /** Whether MAIL needs BODY=8BITMIME. */
  readonly use8BitMime: boolean;
}

/** A message and its envelope. */
export interface WireMessage {
  readonly raw: Buffer;
  /** The address for MAIL FROM. */
  readonly from: string;
  readonly recipients: readonly Recipient[];
}

/**
 * The form of a message for a relay with these extensions: unchanged if possible, otherwise recoded to ASCII, without the
 * recipients that have no ASCII form. Most messages are pure ASCII, which every relay accepts.
 *
 * @param offers called only when needed; returns null when the extensions are unknown, and then nothing is changed.
 */
export function wireForm(message: WireMessage, offers: () => RelayOffers | null): WireForm {
  const { raw, from, recipients } = message;
  const isAsciiMessage = isAscii(raw);
  if (isAsciiMessage && isAsciiText(from) && recipients.every(isAsciiRecipient)) {
    return { raw, recipients, unsupported: NONE, smtpUtf8: false, use8BitMime: false };
  }
  const { smtpUtf8, eightBitMime } = offers() ?? ALL;
  if (!smtpUtf8 && !isAsciiText(from)) return unsupportedForAll(recipients, 'smtputf8_needed', SENDER);
  const named = smtpUtf8 ? recipients : recipients.filter(isAsciiRecipient);
  const unsupported = smtpUtf8 ? NONE : recipients.filter((recipient) => !isAsciiRecipient(recipient)).map(noAsciiForm);

  const { header, rest } = splitEntity(raw);
  const isAsciiHeader = isAsciiMessage || isAscii(header);
  const halves = { header: !isAsciiHeader && !smtpUtf8, body: !eightBitMime && !isAsciiMessage && !isAscii(rest) };
  const recoded = recode(raw, halves);
  if (typeof recoded === 'string') {
    const reason = halves.header ? 'smtputf8_needed' : '8bitmime_needed';
    const all = unsupportedForAll(named, reason, `${halves.header ? HEADER : BODY} ${recoded}`);
    return { ...all, unsupported: [...unsupported, ...all.unsupported] };
  }
  return {
    raw: recoded,
    recipients: named,
    unsupported,
    smtpUtf8: smtpUtf8 && !(isAsciiHeader && isAsciiText(from) && named.every(isAsciiRecipient)),
    use8BitMime: !isAscii(recoded),
  };
}

const ALL: RelayOffers = { smtpUtf8: true, eightBitMime: true };
const NONE: readonly UnsupportedRecipient[] = [];
const SENDER = 'The sender is not ASCII before the @. Such an address needs SMTPUTF8 (RFC 6531), which the relay does not offer.';
const RECIPIENT =
  'The address is not ASCII before the @. Such an address needs SMTPUTF8 (RFC 6531), which the relay does not offer.';
const HEADER =
  'The header of the message holds UTF-8, which needs SMTPUTF8 (RFC 6531). The relay does not offer it, and the message cannot be written without.';
const BODY =
  'The body of the message holds 8-bit bytes, which need 8BITMIME (RFC 6152). The relay does not offer it, and the message cannot be written without.';

const isAsciiRecipient = ({ onWire }: Recipient): boolean => isAsciiText(onWire);
const noAsciiForm = (recipient: Recipient): UnsupportedRecipient => ({
  recipient,
  reason: 'smtputf8_needed',
  message: RECIPIENT,
});

const unsupportedForAll = (
  recipients: readonly Recipient[],
  reason: UnsupportedRecipient['reason'],
  message: string,
): WireForm => ({
  ...{ raw: Buffer.alloc(0), recipients: [], smtpUtf8: false, use8BitMime: false },
  unsupported: recipients.map((recipient) => ({ recipient, reason, message })),
});

/** The message with these halves in ASCII; a string with the reason when that is impossible. */
function recode(raw: Buffer, halves: { readonly header: boolean; readonly body: boolean }): Buffer | string {
  if (!halves.header && !halves.body) return raw;
  try {
    return recodeMessage(raw, halves);
  } catch (error) {
    if (error instanceof NoAsciiForm) return error.message;
    throw error;
  }
}

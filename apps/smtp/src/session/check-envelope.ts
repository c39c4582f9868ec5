/** Checks the addresses of MAIL and RCPT. */
import { LIMITS } from '@sendoff/intake';
import { SendoffError, type ErrorCode } from '@sendoff/core';
import { parseMailbox, readMailbox } from '@sendoff/mail/message';

/** Checks the sender; the null reverse-path is valid. @throws {SendoffError} for an address that cannot receive replies. */
export function checkSender(address: string, smtpUtf8: boolean): void {
  if (address !== '') checkAddress(address, smtpUtf8, 'invalid_from_address', 'The sender');
}

/**
 * Checks a recipient.
 *
 * @param known the recipients that this transaction already has.
 * @throws {SendoffError} for an undeliverable address, and for one recipient too many.
 */
export function checkRecipient(address: string, smtpUtf8: boolean, known: readonly Named[]): void {
  checkAddress(address, smtpUtf8, 'invalid_recipient_address', 'The recipient');
  if (known.length >= LIMITS.recipients && findSpelling(address, known) === undefined) {
    throw new SendoffError('too_many_recipients');
  }
}

/** The first spelling of an address in this transaction; undefined if it was not named yet. */
export function findSpelling(address: string, known: readonly Named[]): string | undefined {
  const key = address.toLowerCase();
  return known.find((named) => named.address.toLowerCase() === key)?.address;
}

/**
 * Whether MAIL had the parameter SMTPUTF8, which allows UTF-8 in envelope and header (RFC 6531). smtp-server also keeps the
 * parameters of a refused MAIL.
 */
export const saysSmtpUtf8 = (sender: { readonly args: object | false } | false): boolean =>
  sender !== false && sender.args !== false && 'SMTPUTF8' in sender.args;

function checkAddress(address: string, smtpUtf8: boolean, code: ErrorCode, what: string): void {
  const mailbox = readMailbox(address);
  if ('problem' in mailbox) throw new SendoffError(code, `${what} ${mailbox.problem}.`);
  // Without SMTPUTF8 (RFC 6531 section 3.4) a domain has an ASCII form, but a local part has none.
  if (!smtpUtf8 && /[^\p{ASCII}]/u.test(mailbox.address)) throw new SendoffError('smtputf8_required');
}

/** A checked address in the form of the envelope; empty for the null reverse-path. */
export const envelopeAddress = (address: string): string => (address === '' ? '' : parseMailbox(address).address);

/** The recipients in the form of the envelope, without duplicates, each in its first spelling. */
export function envelopeRecipients(named: readonly Named[]): string[] {
  const spellings = new Map<string, string>();
  for (const { address } of named) {
    const written = envelopeAddress(address);
    const key = written.toLowerCase();
    if (!spellings.has(key)) spellings.set(key, written);
  }
  return [...spellings.values()];
}

interface Named {
  readonly address: string;
}

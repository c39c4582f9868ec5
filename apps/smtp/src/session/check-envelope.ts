/** Whom MAIL and RCPT may name. */
import { LIMITS } from '@sendoff/intake';
import { SendoffError, type ErrorCode } from '@sendoff/core';
import { InvalidMailbox, parseMailbox } from '@sendoff/mail/message';

/** @throws {SendoffError} for a sender that nobody could answer. The null reverse-path is for messages that want no answer. */
export function checkSender(address: string, smtpUtf8: boolean): void {
  if (address !== '') checkAddress(address, smtpUtf8, 'invalid_from_address', 'The sender');
}

/**
 * @param known the recipients of this message before it.
 * @throws {SendoffError} for one that cannot be reached, and for one too many.
 */
export function checkRecipient(address: string, smtpUtf8: boolean, known: readonly Named[]): void {
  checkAddress(address, smtpUtf8, 'invalid_recipient_address', 'The recipient');
  if (known.length >= LIMITS.recipients && findSpelling(address, known) === undefined) {
    throw new SendoffError('too_many_recipients');
  }
}

/** The address as it was named first; undefined for one that was not. */
export function findSpelling(address: string, known: readonly Named[]): string | undefined {
  const key = address.toLowerCase();
  return known.find((named) => named.address.toLowerCase() === key)?.address;
}

/** Whether MAIL said that the envelope and the header may be UTF-8 (RFC 6531). smtp-server remembers it also of a MAIL that was refused. */
export const saysSmtpUtf8 = (sender: { readonly args: object | false } | false): boolean =>
  sender !== false && sender.args !== false && 'SMTPUTF8' in sender.args;

function checkAddress(address: string, smtpUtf8: boolean, code: ErrorCode, what: string): void {
  try {
    // RFC 6531 section 3.4: a domain has an ASCII form, what stands before the @ has none.
    if (!smtpUtf8 && /[^\p{ASCII}]/u.test(parseMailbox(address).address)) throw new SendoffError('smtputf8_required');
  } catch (error) {
    if (error instanceof InvalidMailbox) throw new SendoffError(code, `${what} ${error.message}.`);
    throw error;
  }
}

/** An address that was checked, as the envelope carries it; empty for the null reverse-path. */
export const envelopeAddress = (address: string): string => (address === '' ? '' : parseMailbox(address).address);

/** The recipients as the envelope carries them, each once, as it was named first. */
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

import { SendoffError } from '@sendoff/core';
import type { ApiKeyRestrictions } from '@sendoff/db';
import { readMailbox } from '@sendoff/mail/message';
import type { CheckedEmail } from '../incoming-email.ts';

/** Entries that an error lists. */
const MAX_LISTED = 10;

/**
 * Checks that an email uses only the allowed senders of its key: `From` and `Sender`, and for a submitted message also the
 * envelope sender. The envelope sender is compared by domain only, because bounce addresses are separate mailboxes; it may be
 * empty.
 *
 * @throws {SendoffError} with the refused address and the allowed senders.
 */
export function checkSenders({ allowedSenders }: Pick<ApiKeyRestrictions, 'allowedSenders'>, email: CheckedEmail): void {
  if (allowedSenders.length === 0) return;
  const authors = authorsOf(email);
  if (authors === null || authors.length === 0) {
    throw new SendoffError(
      'sender_not_allowed',
      'This API key may send only as some addresses, and `From` and `Sender` cannot be read with certainty: write one address in each, as `name@example.com` or `Name <name@example.com>`.',
    );
  }
  const other = authors.find((author) => !allowedSenders.includes(author) && !allowedSenders.includes(domainOf(author)));
  if (other !== undefined) {
    throw new SendoffError('sender_not_allowed', `This API key may not send as ${other}, only as: ${list(allowedSenders)}.`);
  }
  const returnPath = email.message?.sender ?? '';
  const domains = allowedSenders.map(domainOf);
  if (returnPath !== '' && !domains.includes(domainOf(returnPath).toLowerCase())) {
    throw new SendoffError(
      'sender_not_allowed',
      `This API key may not use ${returnPath} as the sender of the envelope: it must be empty, or at one of: ${list([...new Set(domains)])}.`,
    );
  }
}

/** The addresses that recipients see as senders; null if they are ambiguous. */
function authorsOf({ message, header, fromAddress, headers }: CheckedEmail): readonly string[] | null {
  if (message !== undefined) return headerOf(header).authors;
  const senders = Object.entries(headers)
    .filter(([name]) => name.toLowerCase() === 'sender')
    .flatMap(([, value]) => value);
  const addresses = [fromAddress];
  for (const sender of senders) {
    const mailbox = readMailbox(sender);
    if ('problem' in mailbox) return null;
    addresses.push(mailbox.address.toLowerCase());
  }
  return addresses;
}

/** The parsed header of a submitted message. @throws {TypeError} if the caller did not parse it. */
export function headerOf(header: CheckedEmail['header']): NonNullable<CheckedEmail['header']> {
  if (header === undefined) throw new TypeError('A submitted message needs its parsed header');
  return header;
}

/** The domain of an address, or the domain itself. */
const domainOf = (entry: string): string => entry.slice(entry.lastIndexOf('@') + 1);

function list(entries: readonly string[]): string {
  const rest = entries.length - MAX_LISTED;
  return `${entries.slice(0, MAX_LISTED).join(', ')}${rest > 0 ? ` and ${String(rest)} more` : ''}`;
}

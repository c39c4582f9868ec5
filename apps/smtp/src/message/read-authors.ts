/** Reads the authors of a message from its header. */
import type { MessageHeader } from '@sendoff/intake';
import { SendoffError } from '@sendoff/core';
import { readMailbox, splitMailboxes } from '@sendoff/mail/message';
import { valueOf, type HeaderField, type HeaderSection } from './header-fields.ts';

/** The fields that name an author or sender, including those of resending (RFC 5322 sections 3.6.2 and 3.6.6). */
const AUTHOR_FIELDS: ReadonlySet<string> = new Set(['from', 'sender', 'resent-from', 'resent-sender']);
/** Maximum commas and bytes of such a field: parsing every mailbox in each way that programs may read it is slow. */
const MAX_COMMAS = 100;
const MAX_FIELD_BYTES = 16 * 1024;
const QUOTED_STRING = /"(?:[^"\\]|\\.)*"/gsu;

/**
 * Returns the authors and field names that are checked on acceptance. Without a `From`, the author is the envelope sender.
 *
 * @throws {SendoffError} for a message without an author, and for one with several authors and no `Sender` (RFC 5322 section
 *   3.6.2).
 */
export function readAuthors(message: Buffer, { fields }: HeaderSection, envelopeSender: string): MessageHeader {
  const tooLong = fields.find((field) => AUTHOR_FIELDS.has(field.name) && isTooLong(message, field));
  if (tooLong !== undefined) {
    throw new SendoffError('invalid_message', `The field ${tooLong.name} names more mailboxes than a message may be from.`);
  }
  const valuesOf = (wanted: string): string[] =>
    fields.filter(({ name }) => name === wanted).map((field) => valueOf(message, field));
  const [from = ''] = valuesOf('from');
  if (from === '' && envelopeSender === '') {
    throw new SendoffError('invalid_message', 'The message has no From field, and MAIL named nobody whom it could be from.');
  }
  const [sender = ''] = valuesOf('sender');
  if (namesSeveral(from) && (sender === '' || namesSeveral(sender))) {
    throw new SendoffError(
      'invalid_message',
      'The field From names several mailboxes, and no field Sender says which one of them sends (RFC 5322 section 3.6.2).',
    );
  }
  const values = [...AUTHOR_FIELDS].flatMap(valuesOf).filter((value) => value !== '');
  const authors = [...(from === '' ? [envelopeSender] : []), ...values].map(addressesOf);
  return {
    authors: authors.every((addresses) => addresses !== null) ? authors.flat() : null,
    fieldNames: fields.map(({ name }) => name),
  };
}

function isTooLong(message: Buffer, { start, end }: HeaderField): boolean {
  if (end - start > MAX_FIELD_BYTES) return true;
  let commas = 0;
  for (let at = start; at < end; at += 1) if (message[at] === COMMA) commas += 1;
  return commas > MAX_COMMAS;
}
const COMMA = 0x2c;

/** Whether a field names more than one mailbox. A part without `@` belongs to a display name that should have been quoted. */
const namesSeveral = (value: string): boolean => splitMailboxes(value).filter((mailbox) => mailbox.includes('@')).length > 1;

/** The addresses that a field names; null if two programs could read different ones. */
function addressesOf(value: string): string[] | null {
  const mailboxes = splitMailboxes(value).map(addressOf);
  if (mailboxes.length > 0 && mailboxes.every((address) => address !== null)) return mailboxes;
  const whole = addressOf(value);
  return whole === null ? null : [whole];
}

function addressOf(text: string): string | null {
  const mailbox = readMailbox(text);
  if ('problem' in mailbox) return null;
  const address = mailbox.address.toLowerCase();
  // Some programs take the first text that looks like an address.
  const name = text
    .slice(0, Math.max(0, text.lastIndexOf('<')))
    .replaceAll(QUOTED_STRING, '')
    .trim();
  return name.includes('@') && name.toLowerCase() !== address ? null : address;
}

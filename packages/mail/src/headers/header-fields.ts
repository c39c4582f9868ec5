import { parseMailbox } from '../message/parse-mailbox.ts';
import { customValue } from './custom-value.ts';
import { encodeMailbox } from './encode-mailbox.ts';
import { encodeText } from './encode-text.ts';
import { foldField } from './fold-field.ts';

/** Fields that a message has of its own; a custom one of that name is overruled. */
const OWN_FIELD = /^(?:from|to|cc|bcc|reply-to|subject|message-id|date|mime-version|content-.*)$/i;

/** What the header section says about a message, but for its id, its date and its form. */
export interface MessageDescription {
  /** Each a mailbox that `parseMailbox` takes. */
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  /** Custom headers by name, one field a value. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * The header fields that are about a message, folded, each a line or several without the last CRLF. Empty ones are left out.
 *
 * @throws {InvalidMailbox} for an address that `parseMailbox` does not take.
 */
export function headerFields({ from, to, cc, replyTo, subject, headers }: MessageDescription): string[] {
  const fields: string[] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (OWN_FIELD.test(name)) continue;
    if (typeof value === 'string') add(fields, name, customValue(name, value).text());
    else for (const one of value) add(fields, name, customValue(name, one).text());
  }
  add(fields, 'From', encodeMailbox(parseMailbox(from)));
  add(fields, 'To', addressList(to));
  add(fields, 'Cc', addressList(cc));
  add(fields, 'Reply-To', addressList(replyTo));
  add(fields, 'Subject', subject.trim() === '' ? '' : encodeText(subject));
  return fields;
}

function add(fields: string[], name: string, text: string): void {
  if (text !== '') fields.push(foldField(name, text));
}

const addressList = (mailboxes: readonly string[]): string =>
  mailboxes.map((mailbox) => encodeMailbox(parseMailbox(mailbox))).join(', ');

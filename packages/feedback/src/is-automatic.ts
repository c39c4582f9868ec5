/** What a machine says of itself in the headers of a message. */
import type { Fields } from './read-fields.ts';
import type { ReadMail } from './read-mail.ts';

/** Headers that only answers of machines have. Exchange marks those of its users' rules by the last. */
const OF_AUTORESPONSES = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponse',
  'x-auto-reply-from',
  'x-vacation',
  'x-ms-exchange-inbox-rules-loop',
];

/** Whether a message is an answer by a machine, such as one that its owner is away, or that the message was read (RFC 8098). */
export function isAutoresponse({ headers, parts }: ReadMail): boolean {
  if (headers.has('x-failed-recipients')) return false;
  return (
    OF_AUTORESPONSES.some((name) => headers.has(name)) ||
    says(headers, 'precedence', /auto.?reply/i) ||
    parts.some(({ type }) => type === 'message/disposition-notification')
  );
}

/** Whether a machine wrote a message, be it an answer or a bounce (RFC 3834 section 5, and what was in use before). */
export function isAutomatic(mail: ReadMail): boolean {
  const { headers } = mail;
  return (
    isAutoresponse(mail) ||
    says(headers, 'auto-submitted', /^(?!\s*no\b)/i) ||
    says(headers, 'precedence', /bulk|junk|list/i) ||
    headers.has('x-auto-response-suppress')
  );
}

const says = (headers: Fields, name: string, words: RegExp): boolean =>
  (headers.get(name) ?? []).some((value) => words.test(value));

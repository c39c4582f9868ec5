/** Detects automatic messages by their headers. */
import type { Fields } from './read-fields.ts';
import type { ReadMail } from './read-mail.ts';

/** Headers that only automatic replies have. Exchange sets the last one for inbox rules of its users. */
const OF_AUTORESPONSES = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponse',
  'x-auto-reply-from',
  'x-vacation',
  'x-ms-exchange-inbox-rules-loop',
];

/** Whether a message is an automatic reply, such as an out-of-office notice or a read receipt (RFC 8098). */
export function isAutoresponse({ headers, parts }: ReadMail): boolean {
  if (headers.has('x-failed-recipients')) return false;
  return (
    OF_AUTORESPONSES.some((name) => headers.has(name)) ||
    says(headers, 'precedence', /auto.?reply/i) ||
    parts.some(({ type }) => type === 'message/disposition-notification')
  );
}

/** Whether a message was generated automatically, as a reply or a bounce (RFC 3834 section 5 and older headers). */
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

import { readMailbox } from '../message/parse-mailbox.ts';
import { encode, encodePhrase, encodeText } from './encode-text.ts';
import { encodeMailbox } from './encode-mailbox.ts';
import { encodeUrl } from './encode-url.ts';

/** How the value of a custom header is written. */
export interface CustomValue {
  /** In ASCII, but for addresses that have no ASCII form; not folded. Encoding takes time, so it is done only when asked for. */
  readonly text: () => string;
  /** Why the value is not what such a field holds, as the end of a sentence; the text is then encoded word by word. */
  readonly problem?: string;
  /** Whether the text is encoded words, none of which is too long for a line. */
  readonly isEncoded?: boolean;
}

/** ASCII as it is written in a header: a tab is white space. */
const ASCII = /^[\t\x20-\x7e]*$/;

type Encoder = (value: string) => CustomValue;

/** Fields of which the grammar says where text may be encoded (RFC 2047 section 5), or that none may. In lower case. */
const ENCODERS: ReadonlyMap<string, Encoder> = new Map([
  ...fields(mailbox, ['sender']),
  ...fields(mailboxList, [
    ...['disposition-notification-to', 'return-receipt-to', 'errors-to', 'x-confirm-reading-to'],
    ...['mail-followup-to', 'mail-reply-to', 'original-from', 'x-original-from'],
  ]),
  // RFC 2369, RFC 5064.
  ...fields(urls, [
    ...['list-unsubscribe', 'list-subscribe', 'list-help', 'list-post', 'list-owner', 'list-archive', 'archived-at'],
  ]),
  ...fields(listId, ['list-id']),
  ...fields(asciiOnly, [
    ...['message-id', 'in-reply-to', 'references', 'supersedes', 'obsoletes', 'list-unsubscribe-post', 'auto-submitted'],
    ...[
      'precedence',
      'importance',
      'priority',
      'x-priority',
      'sensitivity',
      'x-auto-response-suppress',
      'expires',
      'expiry-date',
    ],
    ...['accept-language', 'original-recipient', 'disposition-notification-options', 'require-recipient-valid-since'],
    ...['tls-required', 'autocrypt', 'bimi-selector'],
  ]),
]);

/** Fields that hold message ids, between which a line may be broken without white space (RFC 5322 section 3.6.4). */
const ID_FIELDS: ReadonlySet<string> = new Set(['references', 'in-reply-to']);

/**
 * The value of a custom header in the form in which it is sent.
 *
 * ASCII stays as it is: a client that wrote encoded words, quotes or JSON meant them. Everything else is encoded where the
 * grammar of the field has a place for it. A field that is not known is text (RFC 5322 section 3.6.8).
 */
export function customValue(name: string, given: string): CustomValue {
  const field = name.toLowerCase();
  // A line break would end the field. No client gets here with one.
  const value = (ASCII.test(given) ? given : given.replaceAll(/[^\P{Cc}\t]+/gu, ' ')).trim();
  if (!ASCII.test(value)) return (ENCODERS.get(field) ?? anyText)(value);
  // Its name may need quotes that it was given without.
  if (field === 'sender') return mailbox(value);
  return { text: () => (ID_FIELDS.has(field) ? separateIds(value) : value) };
}

/** Message ids with white space between them, and in the brackets that clients tend to leave out. */
function separateIds(value: string): string {
  if (/[<>]/.test(value)) return value.replaceAll('><', '> <');
  // Word by word: a pattern that looks for the @ itself takes quadratic time where there is none.
  return value.replaceAll(/[^ \t,]+/g, (word) => (isMessageId(word) ? `<${word}>` : word));
}

/** Whether there is an @ inside. */
function isMessageId(word: string): boolean {
  const at = word.indexOf('@', 1);
  return at !== -1 && at < word.length - 1;
}

function mailbox(value: string): CustomValue {
  return mailboxes([value], value);
}

function mailboxList(value: string): CustomValue {
  return mailboxes(splitList(value), value);
}

function mailboxes(list: readonly string[], value: string): CustomValue {
  const encoded: string[] = [];
  for (const each of list) {
    const one = readMailbox(each);
    if ('problem' in one) return { text: () => encodeText(value), problem: one.problem };
    encoded.push(encodeMailbox(one));
  }
  return { text: () => encoded.join(', ') };
}

/** The parts between commas. A comma within quotes or angle brackets is part of one. */
function splitList(value: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let closing = '';
  for (let index = 0; index < value.length; index += 1) {
    const character = value.charAt(index);
    if (closing === '"' && character === '\\') index += 1;
    else if (closing !== '') closing = character === closing ? '' : closing;
    else if (character === '"') closing = '"';
    else if (character === '<') closing = '>';
    else if (character === ',') {
      parts.push(value.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, value.slice(start)];
}

/** URLs in angle brackets, with comments between them (RFC 2369 section 2); one without brackets is taken as well. */
function urls(value: string): CustomValue {
  let problem: string | undefined;
  const text = value.replaceAll(/<[^<>]*>|\([^()]*\)|[^\s<>(),]+/g, (part) => {
    // One part that is wrong is enough; a value may hold thousands.
    if (problem !== undefined || ASCII.test(part)) return part;
    if (part.startsWith('(')) return `(${encode(part.slice(1, -1))})`;
    const isBracketed = part.startsWith('<');
    if (!isBracketed && !/^[a-z][a-z\d+.-]*:/i.test(part)) {
      problem = 'must hold characters outside of ASCII only in a URL';
      return part;
    }
    const url = encodeUrl(isBracketed ? part.slice(1, -1) : part);
    if (url === undefined) problem = 'must hold URLs with valid host names';
    return isBracketed ? `<${url ?? ''}>` : (url ?? '');
  });
  return problem === undefined ? { text: () => text } : { text: () => encodeText(value), problem };
}

/** RFC 2919 section 3. */
function listId(value: string): CustomValue {
  const open = value.lastIndexOf('<');
  const id = value.slice(open);
  if (open === -1 || !/^<[\x21-\x7e]+>$/.test(id)) {
    return { text: () => encodeText(value), problem: 'must have the form `Name <list.example.com>`, with the id in ASCII' };
  }
  const name = value.slice(0, open).trim();
  return { text: () => `${encodePhrase(name.replace(/^"(.*)"$/s, '$1'))} ${id}` };
}

function asciiOnly(value: string): CustomValue {
  return { text: () => encodeText(value), problem: 'must be ASCII, because this field has no form for other characters' };
}

function anyText(value: string): CustomValue {
  const json = asciiJson(value);
  if (json !== undefined) return { text: () => json };
  // In quotes or brackets an encoded word would not be decoded, if somebody reads them as such.
  if (!/["<]/.test(value)) return { text: () => encodeText(value), isEncoded: true };
  const asMailboxes = value.includes('@') ? mailboxList(value) : undefined;
  return asMailboxes === undefined || asMailboxes.problem !== undefined
    ? { text: () => encode(value), isEncoded: true }
    : asMailboxes;
}

/** JSON has an ASCII form of its own, which programs that do not decode headers read; undefined for what is no object or array. */
function asciiJson(value: string): string | undefined {
  if (!/^[[{]/.test(value)) return undefined;
  try {
    JSON.parse(value);
  } catch {
    return undefined;
  }
  return value.replaceAll(/[^\p{ASCII}]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => escapeUnit(character.charCodeAt(index))).join(''),
  );
}

const escapeUnit = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;

function fields(encoder: Encoder, names: readonly string[]): [string, Encoder][] {
  return names.map((name) => [name, encoder]);
}

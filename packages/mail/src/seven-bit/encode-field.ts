import { buildHeaderValue, foldLines, parseHeaderValue } from 'nodemailer/lib/mime-funcs';
import { encodeUrl } from '../headers/encode-url.ts';
import { encodeAddresses } from './encode-addresses.ts';
import { encodeWords, isAsciiText } from './encode-words.ts';

/** RFC 5322 section 2.1.1. */
const LINE_LENGTH = 76;
const MAX_LINE_LENGTH = 998;
const FIELD = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:(.*)$/s;

/** Fields that name who wrote the message; an address there must be one that can be answered. */
const AUTHORS: ReadonlySet<string> = new Set(['from', 'sender', 'resent-from', 'resent-sender']);
const ADDRESSES: ReadonlySet<string> = new Set([
  ...AUTHORS,
  ...['to', 'cc', 'bcc', 'reply-to', 'resent-to', 'resent-cc', 'resent-bcc', 'resent-reply-to'],
  ...['mail-reply-to', 'mail-followup-to', 'disposition-notification-to', 'return-receipt-to', 'errors-to'],
]);
/** Fields that hold ids, which have one form only. */
const IDS: ReadonlySet<string> = new Set(['message-id', 'resent-message-id', 'in-reply-to', 'references', 'content-id']);
const PARAMETERS: ReadonlySet<string> = new Set(['content-type', 'content-disposition']);
/** RFC 2369, RFC 5064. */
const URLS = /^(?:list-(?:help|unsubscribe|subscribe|post|owner|archive)|archived-at|content-location|content-base)$/;

/** How a field is encoded. */
export interface FieldOptions {
  /** Whether an address that has no ASCII form is replaced, except that of an author. */
  readonly hideAddresses: boolean;
}

/**
 * A header field that is not ASCII, with its CRLF, in ASCII as far as the grammar of its value allows (RFC 2047 section 5).
 * What has no ASCII form stays in it as it is.
 */
export function encodeField(field: string, options: FieldOptions): string {
  const [, name, value = ''] = FIELD.exec(field) ?? [];
  if (name === undefined || !isAsciiText(name)) return field;
  const encoded = encodeValue(name.toLowerCase(), value.replaceAll('\r\n', '').trim(), options);
  if (encoded === null) return field;
  const lines = foldLines(`${name}: ${encoded}`, LINE_LENGTH);
  // A URL has no place to fold it, and grows three times when it is encoded.
  return lines.split('\r\n').some((line) => line.length > MAX_LINE_LENGTH) ? field : `${lines}\r\n`;
}

function encodeValue(name: string, value: string, { hideAddresses }: FieldOptions): string | null {
  if (ADDRESSES.has(name)) return encodeAddresses(value, hideAddresses && !AUTHORS.has(name));
  if (PARAMETERS.has(name)) return buildHeaderValue(parseHeaderValue(value, { stripComments: true }));
  if (IDS.has(name)) return null;
  if (URLS.test(name)) return encodeWords(value.replaceAll(/<[^<>]*>/g, (url) => `<${asciiUrl(url.slice(1, -1).trim())}>`));
  // RFC 6857 section 3.2.1: a trace field has no place for encoded words.
  if (name === 'received') return value.replaceAll(/[^\p{ASCII}]/gu, '?');
  return encodeWords(value);
}

/** A URL whose host has no ASCII form stays as it is. */
const asciiUrl = (url: string): string => encodeUrl(url) ?? url;

/** Compares the received message with the submitted one, using an independent parser. */
import { domainToASCII } from 'node:url';
import { expect } from '@jest/globals';
import type { ReceivedMessage } from '@sendoff/testkit';
import PostalMime, { addressParser, decodeWords, type Address, type Attachment, type Email } from 'postal-mime';
import type { EmailOnTheWire } from './api-client.ts';
import type { Message, MessageFile } from './read-messages.ts';

/** Fails unless every part of the message arrived unchanged, and nothing else that recipients should not see. */
export async function expectIntact(message: Message, email: EmailOnTheWire, { raw, envelope }: ReceivedMessage): Promise<void> {
  expectTransportable(raw);
  const parsed = await PostalMime.parse(raw);
  expectAddresses(message, parsed);
  expectHidden(message, parsed, raw);
  expectHeaders(message, email, parsed);
  expectBodies(message, parsed);
  expectFiles(message.attachments ?? [], parsed.attachments);

  expect(addressInAscii(envelope.from)).toBe(mailboxes(message.from)[0]?.address);
  expect(envelope.to.map(addressInAscii).sort()).toEqual(recipientsOf(message).sort());
}

/** All addresses of the envelope. */
export const recipientsOf = ({ to, cc, bcc }: Message): string[] =>
  mailboxes([to, cc ?? [], bcc ?? []].flat()).map(({ address }) => address);

/**
 * RFC 5322 section 2.1.1: no line over 998 characters. RFC 5321 section 2.3.8: CR and LF only together. A dot added for
 * transparency does not count (section 4.5.3.1.6); the relay has already removed it.
 */
export function expectTransportable(raw: Buffer): void {
  const text = raw.toString('latin1');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Math.max(...text.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(998);
}

function expectAddresses(message: Message, parsed: Email): void {
  expect(plain([parsed.from])).toEqual(mailboxes(message.from));
  expect(plain(parsed.to)).toEqual(mailboxes(message.to));
  expect(plain(parsed.cc)).toEqual(mailboxes(message.cc));
  expect(plain(parsed.replyTo)).toEqual(mailboxes(message.reply_to));
}

function expectHidden({ bcc }: Message, parsed: Email, raw: Buffer): void {
  expect(parsed.bcc).toBeUndefined();
  for (const { name, address } of mailboxes(bcc)) {
    expect(raw.includes(address)).toBe(false);
    if (name !== '') expect(raw.includes(name)).toBe(false);
  }
}

function expectHeaders({ subject, headers = {} }: Message, email: EmailOnTheWire, parsed: Email): void {
  expect(parsed.subject).toBe(subject);
  expect(parsed.messageId).toBe(email.message_id);
  expect(new Date(parsed.date ?? '').getTime()).toBe(Math.floor(Date.parse(email.created_at) / 1000) * 1000);
  for (const [name, value] of Object.entries(headers)) {
    expect(parsed.headers.filter(({ key }) => key === name.toLowerCase()).map((header) => decodeWords(header.value))).toEqual([
      value,
    ]);
  }
}

function expectBodies({ html, text }: Message, parsed: Email): void {
  expect(lines(parsed.html)).toEqual(lines(html));
  if (text !== undefined) expect(lines(parsed.text)).toEqual(lines(text));
  // A plain text generated from the html is required for readers without html.
  else expect(parsed.text?.trim()).toBeTruthy();
}

function expectFiles(given: readonly MessageFile[], arrived: readonly Attachment[]): void {
  expect(arrived.map(({ filename }) => filename).sort()).toEqual(given.map(({ filename }) => filename).sort());
  for (const { filename, content, content_type, content_id } of given) {
    const file = arrived.find((each) => each.filename === filename);
    expect(bytesOf(file)).toEqual(asParsed(content, file?.mimeType));
    expect(file?.disposition).toBe(content_id === undefined ? 'attachment' : 'inline');
    expect(file?.contentId).toBe(content_id === undefined ? undefined : `<${content_id}>`);
    if (content_type !== undefined) expect(file?.mimeType).toBe(content_type.split(';')[0]);
  }
}

/** As hexadecimal digits, which make differences readable in an error message. */
export const bytesOf = (file: Attachment | undefined): string => Buffer.from(file?.content as ArrayBuffer).toString('hex');

/** The parser treats calendars as text and ends their lines with LF only. */
export const asParsed = (content: Buffer, mimeType: string | undefined): string =>
  (mimeType === 'text/calendar' ? Buffer.from(content.toString('utf8').replaceAll('\r\n', '\n')) : content).toString('hex');

interface PlainMailbox {
  readonly name: string;
  readonly address: string;
}

/** The submitted addresses, parsed by the same parser; domains are in ASCII on the wire. */
function mailboxes(given: string | readonly string[] = []): PlainMailbox[] {
  return [given].flat().flatMap((text) => plain(addressParser(text)).map(inAscii));
}

const inAscii = ({ name, address }: PlainMailbox): PlainMailbox => ({ name, address: addressInAscii(address) });

/** The domain in ASCII, as in DNS. */
export function addressInAscii(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`;
}

const plain = (addresses: readonly (Address | undefined)[] = []): PlainMailbox[] =>
  addresses.flatMap((each) => (each?.address === undefined ? [] : [{ name: each.name, address: each.address }]));

/**
 * The lines of a body. On the wire they end with CRLF (RFC 5321 section 2.3.8) regardless of the original, and the number of line
 * endings at the very end depends on the encoding.
 */
export const lines = (text: string | undefined): string[] | undefined => text?.replace(/[\r\n]+$/, '').split(/\r?\n/);

/** What the tests of composing are made with. */
import { expect } from '@jest/globals';
import { simpleParser, type ParsedMail } from 'mailparser';
import PostalMime, { type Email } from 'postal-mime';
import { composeMessage } from '../src/compose/compose-message.ts';
import type { OutgoingMessage } from '../src/compose/composer-input.ts';

export const PLAIN: OutgoingMessage = {
  messageId: '<0198c0de-0000-7000-8000-000000000001@acme.example>',
  date: new Date('2026-02-03T04:05:06Z'),
  from: 'Acme <hello@acme.example>',
  to: ['user@example.com'],
  cc: [],
  replyTo: [],
  subject: 'Hello',
  html: null,
  text: 'Hello',
  headers: {},
  attachments: [],
};

export async function roundTrip(changes: Partial<OutgoingMessage>): Promise<{ raw: Buffer; parsed: Email }> {
  const raw = await composeMessage({ ...PLAIN, ...changes });
  expectTransportable(raw);
  return { raw, parsed: await PostalMime.parse(raw) };
}

/** What two independent readers make of a message. */
export async function readBy(changes: Partial<OutgoingMessage>): Promise<{ raw: Buffer; byFirst: Email; bySecond: ParsedMail }> {
  const { raw, parsed } = await roundTrip(changes);
  return { raw, byFirst: parsed, bySecond: await simpleParser(raw) };
}

/** RFC 5322 section 2.1.1 and RFC 5321 section 2.3.8: short lines, CRLF alone, and nothing that needs 8BITMIME. */
export function expectTransportable(raw: Buffer): void {
  const text = raw.toString('latin1');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
}

export const headersOf = (raw: Buffer): string =>
  raw
    .toString('utf8')
    .split('\r\n\r\n')[0]
    ?.replaceAll(/\r\n[ \t]/g, ' ') ?? '';
export const boundaryOf = (raw: Buffer): string | undefined => /boundary="([^"]+)"/.exec(raw.toString())?.[1];
export const fieldsOf = (raw: Buffer): string[] =>
  headersOf(raw)
    .split('\r\n')
    .map((line) => line.slice(0, line.indexOf(':')).toLowerCase());

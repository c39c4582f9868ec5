import { describe, expect, test } from '@jest/globals';
import { NO_RESTRICTIONS, type ActiveApiKey } from '@sendoff/db';
import { sampleSubmission } from '@sendoff/db/testing';
import type { IncomingEmail, MessageHeader } from '../incoming-email.ts';
import { openEmailCheck } from './open-email-check.ts';

const check = openEmailCheck({ relayHeaders: 'refuse' });

const keyOf = (...allowedSenders: string[]): ActiveApiKey => ({
  ...{ id: '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b', permission: 'sending_access', mode: 'live' },
  restrictions: { ...NO_RESTRICTIONS, allowedSenders },
});
const ANY = keyOf();

const from = (fromAddress: string, headers: IncomingEmail['headers'] = {}): IncomingEmail =>
  sampleSubmission({ from: fromAddress, fromAddress, headers });
const submitted = (sender: string, header: Partial<MessageHeader>): IncomingEmail => ({
  ...sampleSubmission({ message: { bytes: new Uint8Array(), sender, recipients: ['ann@example.com'] } }),
  header: { authors: ['news@acme.example'], fieldNames: [], ...header },
});

describe('a key with senders', () => {
  const key = keyOf('news@acme.example', 'shop.example', 'xn--bcher-kva.example');

  test.each(['news@acme.example', 'anything@shop.example', 'autor@xn--bcher-kva.example'])('may send as %s', (address) => {
    expect(() => check(key, from(address))).not.toThrow();
  });

  test.each([
    'ceo@acme.example',
    'a@sub.shop.example',
    'a@notshop.example',
    'shop.example@evil.example',
    'news@acme.example.evil.example',
  ])('may not send as %s, and hears as whom it may', (address) => {
    expect(() => check(key, from(address))).toThrow(
      `This API key may not send as ${address}, only as: news@acme.example, shop.example, xn--bcher-kva.example.`,
    );
  });

  test('may use only these in the Sender field', () => {
    expect(() => check(key, from('news@acme.example', { sender: 'Shop <A@Shop.example>' }))).not.toThrow();
    expect(() => check(key, from('news@acme.example', { SENDER: 'ceo@other.example' }))).toThrow(/may not send as ceo@other/);
  });

  test('is refused if any author of a submitted message is not allowed', () => {
    expect(() => check(key, submitted('', { authors: ['news@acme.example', 'a@shop.example'] }))).not.toThrow();
    expect(() => check(key, submitted('', { authors: ['news@acme.example', 'ceo@other.example'] }))).toThrow(/ceo@other/);
    expect(() => check(key, submitted('', { authors: null }))).toThrow(/cannot be read with certainty/);
    expect(() => check(key, submitted('', { authors: [] }))).toThrow(/cannot be read with certainty/);
  });

  test('may use envelope senders of these domains only', () => {
    expect(() => check(key, submitted('bounces+17@acme.example', {}))).not.toThrow();
    expect(() => check(key, submitted('a@other.example', {}))).toThrow(
      'must be empty, or at one of: acme.example, shop.example, xn--bcher-kva.example.',
    );
  });

  test('with many senders gets an error that lists the first of them', () => {
    const many = keyOf(...Array.from({ length: 12 }, (_, n) => `d${String(n)}.example`));
    expect(() => check(many, from('a@other.example'))).toThrow(/d9\.example and 2 more\.$/);
  });
});

test('a key without senders and the operator may use any sender', () => {
  expect(() => check(ANY, from('ceo@acme.example'))).not.toThrow();
  expect(() => check(ANY, submitted('a@b.example', { authors: null }))).not.toThrow();
  expect(() => check(null, from('ceo@acme.example', { 'X-SMTPAPI': '{}' }))).not.toThrow();
});

describe('relay instructions', () => {
  test.each(['X-SMTPAPI', 'x-ses-source-arn', 'X-MC-Subaccount'])(
    'in a field %s are refused, whichever way they come',
    (name) => {
      expect(() => check(ANY, from('a@acme.example', { [name]: 'x' }))).toThrow(`The header field \`${name}\` tells`);
      expect(() => check(ANY, submitted('', { fieldNames: ['subject', name] }))).toThrow(`The header field \`${name}\` tells`);
    },
  );

  test('are accepted if the operator allows them', () => {
    expect(() => openEmailCheck({ relayHeaders: 'allow' })(ANY, from('a@acme.example', { 'X-SMTPAPI': '{}' }))).not.toThrow();
  });

  test('include no field that clients of Resend send', () => {
    expect(() => check(ANY, from('a@acme.example', { 'X-Entity-Ref-ID': '1' }))).not.toThrow();
  });
});

test('a message without its parsed header is not accepted', () => {
  const { header: _, ...unread } = submitted('', {});
  expect(() => check(ANY, unread)).toThrow(TypeError);
});

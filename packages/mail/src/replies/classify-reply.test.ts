import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { classifyReply, type Classification } from './classify-reply.ts';
import type { DeliveryPhase } from '@sendoff/core';
import { parseReply } from './parse-reply.ts';

/** A reply that a known server gives, and where it is documented or was seen. */
interface ProviderReply extends Classification {
  readonly server: string;
  readonly phase: DeliveryPhase;
  readonly reply: string;
  readonly source: string;
}

const PROVIDER_REPLIES = JSON.parse(
  readFileSync(new URL('../../test/fixtures/provider-replies.json', import.meta.url), 'utf8'),
) as readonly ProviderReply[];

function classify(response: string, phase: DeliveryPhase): Classification {
  const reply = parseReply(response);
  if (reply === null) throw new Error(`Not a reply: ${response}`);
  return classifyReply(reply, phase);
}

test.each(PROVIDER_REPLIES)('$server at $phase: $reply', ({ reply, phase, verdict, reason, suppress }) => {
  expect(classify(reply, phase)).toEqual({ verdict, reason, suppress });
});

describe('trouble of the relay is, in reply to whatever command,', () => {
  test.each([
    ['504 5.5.2 <x>: Helo command rejected: need fully-qualified hostname', 'helo_refused'],
    ['550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)', 'helo_refused'],
    ['550 5.7.1 EHLO name does not match your address', 'helo_refused'],
    ['550 5.4.5 Daily user sending limit exceeded', 'rate_limited'],
    ['550 5.4.5 日次上限', 'rate_limited'],
    ['554 5.7.1 <a@example.com>: Recipient address rejected: You have exceeded your hourly quota', 'rate_limited'],
    ['554 Message rejected: Email address is not verified.', 'sender_refused'],
    ['554 Message rejected: Sending paused for this account.', 'account_refused'],
  ])('%s', (reply, reason) => {
    for (const phase of ['mail', 'recipient', 'data', 'final_reply'] as const) {
      expect(classify(reply, phase)).toEqual({ verdict: 'relay_error', reason, suppress: false });
    }
  });
});

test('a block of our address is trouble of the relay before the message, and of the message afterwards', () => {
  const reply = '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org';
  expect(classify(reply, 'recipient')).toMatchObject({ verdict: 'relay_error', reason: 'blocked' });
  expect(classify(reply, 'final_reply')).toMatchObject({ verdict: 'bounced', reason: 'blocked' });
});

test.each([
  ['550 5.7.1 SPF fail. Please see http://www.openspf.net/Why?s=helo;id=a.example;r=b.example', 'sender_authentication'],
  ['550-REJECTED - Blacklisted URL in message.\n550-H=mail.example.com HELO=[mail.example.com]', 'blocked'],
  ['554 5.7.1 Message rejected as spam by your sending policy', 'spam'],
  ['552 5.2.2 You have exceeded your mailbox quota', 'mailbox_full'],
  ['550 5.2.1 This account has been disabled', 'mailbox_disabled'],
  ['550 5.1.8 <a@example.com>: Sender address rejected: Domain not found', 'sender_refused'],
])('what is said of the message or its recipient bounces: %s', (reply, reason) => {
  expect(classify(reply, 'recipient')).toMatchObject({ verdict: 'bounced', reason });
});

test.each(['552 5.2.2 Mailbox size limit exceeded', '452 4.2.2 Mailbox size limit exceeded', '552 Mailbox size limit exceeded'])(
  'a mailbox has no room, the message is not too large: %s',
  (reply) => {
    expect(classify(reply, 'recipient')).toMatchObject({ reason: 'mailbox_full', suppress: false });
  },
);

test('a relay that sends nothing for us now says nothing of the recipient, whatever words it begins with', () => {
  const reply = '550-Requested action not taken: mailbox unavailable\n550 Failure sending mail. Try again later';
  expect(classify(reply, 'recipient')).toEqual({ verdict: 'relay_error', reason: 'rate_limited', suppress: false });
});

test('what a reply to MAIL FROM says suppresses no recipient', () => {
  for (const { reply } of PROVIDER_REPLIES) expect(classify(reply, 'mail').suppress).toBe(false);
});

test('words about the recipient suppress it in reply to RCPT TO, codes also afterwards', () => {
  expect(classify('550 No such user', 'recipient').suppress).toBe(true);
  expect(classify('550 No such user', 'final_reply').suppress).toBe(false);
  expect(classify('550 5.1.1 No such user', 'final_reply').suppress).toBe(true);
});

test('the words in an address mean nothing', () => {
  for (const name of ['spam', 'dmarc', 'quota-exceeded', 'greylist', 'sender.address', 'relay']) {
    expect(classify(`550 5.1.1 <${name}@blocked.example>: User unknown`, 'recipient')).toEqual({
      verdict: 'bounced',
      reason: 'unknown_user',
      suppress: true,
    });
  }
});

test('an IP address is not the address of a recipient', () => {
  expect(classify('550 Your IP address announced an invalid HELO name', 'recipient').suppress).toBe(false);
});

test('a text in a language nobody thought of is read by its codes', () => {
  expect(classify('550 5.1.1 存在しません', 'recipient')).toMatchObject({ reason: 'unknown_user', suppress: true });
  expect(classify('552 5.2.2 Boîte aux lettres pleine', 'recipient')).toMatchObject({ reason: 'mailbox_full', suppress: false });
  expect(classify('450 何か', 'recipient')).toMatchObject({ verdict: 'deferred', reason: 'temporary' });
});

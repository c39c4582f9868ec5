import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { classifyReply, type Classification } from './classify-reply.ts';
import type { DeliveryPhase } from './delivery-phase.ts';
import { parseReply } from './smtp-reply.ts';

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

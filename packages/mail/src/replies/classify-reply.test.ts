import { describe, expect, test } from '@jest/globals';
import { type DeliveryPhase } from './delivery-phase.ts';
import { classifyReply } from './classify-reply.ts';
import { REPLY_RULES } from './reply-rules.ts';
import { parseReply } from './smtp-reply.ts';

function classify(response: string, phase: DeliveryPhase) {
  const reply = parseReply(response);
  if (reply === null) throw new Error(`Not a reply: ${response}`);
  return classifyReply(reply, phase);
}

describe('trouble of the relay never falls back on the message', () => {
  test.each([
    ['535 5.7.8 Username and Password not accepted', 'authenticate', 'authentication'],
    ['454 4.7.0 Temporary authentication failure', 'authenticate', 'authentication'],
    ['530 5.7.0 Must issue a STARTTLS command first', 'mail', 'tls'],
    ['530 5.7.0 Authentication Required', 'mail', 'authentication'],
    ['454 4.7.0 TLS not available due to local problem', 'connect', 'tls'],
    ['421 4.3.2 Service not available', 'connect', 'service_closing'],
    ['421 4.7.0 Too many connections from your IP', 'connect', 'rate_limited'],
    ['554 5.7.1 Client host blocked using zen.spamhaus.org', 'connect', 'blocked'],
    ['554 5.7.1 <user@example.com>: Relay access denied', 'recipient', 'relay_denied'],
    ['550 relay not permitted', 'recipient', 'relay_denied'],
    ['550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain', 'recipient', 'relay_denied'],
    ['454 4.7.1 <user@example.com>: Relay access denied', 'recipient', 'relay_denied'],
  ] as const)('%s (%s)', (response, phase, reason) => {
    expect(classify(response, phase)).toEqual({ verdict: 'relay_trouble', reason, suppress: false });
  });
});

describe('only a bounce that speaks of the recipient suppresses it', () => {
  test.each([
    ['550 5.1.1 The email account that you tried to reach does not exist', 'unknown_user'],
    ['550 5.1.1 <user@example.com>: Recipient address rejected: User unknown in virtual mailbox table', 'unknown_user'],
    ['550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup', 'unknown_user'],
    ['550 No Such User Here', 'unknown_user'],
    ["554 delivery error: dd This user doesn't have a yahoo.com account", 'unknown_user'],
    ['550 5.5.0 Requested action not taken: mailbox unavailable', 'unknown_user'],
    ['550 5.4.1 [user@example.com]: Recipient address rejected: Access denied', 'unknown_user'],
    ['550 5.1.1 存在しません', 'unknown_user'],
    ['550 5.2.1 The email account that you tried to reach is disabled', 'mailbox_disabled'],
    ['550 5.1.2 Host unknown', 'unknown_domain'],
    ['556 5.1.10 Recipient domain has null MX', 'unknown_domain'],
    ['551 5.1.6 Recipient no longer on server', 'recipient_moved'],
  ])('%s', (response, reason) => {
    expect(classify(response, 'recipient')).toEqual({ verdict: 'bounced', reason, suppress: true });
    expect(classify(response, 'mail').suppress).toBe(false);
  });

  test.each([
    ['552 5.2.2 The email account that you tried to reach is over quota', 'mailbox_full'],
    ['552 5.3.4 Message size exceeds fixed limit', 'message_too_large'],
    ['550 5.7.26 This message does not pass DMARC', 'sender_authentication'],
    ['550 5.7.25 The IP address sending this message does not have a PTR record', 'sender_authentication'],
    ['554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org', 'blocked'],
    ['554 5.7.1 Message rejected as spam', 'spam'],
    ['550 5.1.8 <a@b.example>: Sender address rejected: Domain not found', 'sender_refused'],
    ['554 5.4.6 Hop count exceeded - possible mail loop', 'routing'],
    ['550 5.7.1 Access denied', 'policy'],
    ['553 5.6.7 SMTPUTF8 is required', 'smtputf8_needed'],
    ['554 Transaction failed', 'permanent'],
  ])('%s', (response, reason) => {
    expect(classify(response, 'recipient')).toEqual({ verdict: 'bounced', reason, suppress: false });
  });
});

describe('a temporary refusal is put off', () => {
  test.each([
    ['450 4.2.0 <user@example.com>: Recipient address rejected: Greylisted', 'greylisted'],
    ['451 4.7.1 Greylisting in action, please come back later', 'greylisted'],
    ['452 4.2.2 Mailbox full', 'mailbox_full'],
    ['452 4.3.1 Insufficient system storage', 'relay_failure'],
    ['450 4.2.1 The user you are trying to contact is receiving mail too quickly', 'rate_limited'],
    ['421 4.7.28 Our system has detected an unusual rate of unsolicited mail', 'rate_limited'],
    ['451 4.7.500 Server busy. Please try again later', 'rate_limited'],
    ['452 4.5.3 Too many recipients', 'rate_limited'],
    ['552 5.5.3 Too many recipients', 'too_many_recipients'],
    ['503 5.5.1 Error: need MAIL command', 'relay_failure'],
    ['421 4.3.2 Shutting down', 'service_closing'],
    ['451 4.7.1 Please wait', 'policy'],
    ['450 Something', 'temporary'],
  ])('%s', (response, reason) => {
    expect(classify(response, 'recipient')).toEqual({ verdict: 'deferred', reason, suppress: false });
  });
});

test('every refusal has a meaning at every phase', () => {
  const phases: DeliveryPhase[] = ['connect', 'authenticate', 'mail', 'recipient', 'data', 'content', 'final_reply'];
  for (const phase of phases) {
    for (let code = 400; code < 600; code += 1) {
      const { verdict } = classifyReply({ code, enhancedCode: null, text: '' }, phase);
      if (code < 500) expect(verdict).not.toBe('bounced');
    }
  }
});

test('a reply that refuses nothing is a mistake of the caller', () => {
  expect(() => classify('250 OK', 'final_reply')).toThrow(RangeError);
});

test('no rule takes long over a hostile text', () => {
  const text = `${'user mailbox account recipient address '.repeat(2000)}${'a'.repeat(20_000)}`;
  const start = performance.now();
  for (const code of [450, 550]) classifyReply({ code, enhancedCode: null, text }, 'recipient');
  expect(performance.now() - start).toBeLessThan(1000);
  expect(REPLY_RULES.filter(({ verdict, suppress }) => suppress === true && verdict !== 'bounced')).toEqual([]);
});

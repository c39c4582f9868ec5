import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { classifyReply, type Classification } from './classify-reply.ts';
import type { DeliveryPhase } from '@sendoff/core';
import { parseReply } from './parse-reply.ts';

/** A reply quoted by a real bounce mail, and what the corpus says of it; test/fixtures/README.md says more. */
interface CorpusReply {
  readonly mail: string;
  /** Null where the mail does not tell. */
  readonly phase: DeliveryPhase | null;
  readonly label: string;
  readonly hard: boolean;
  readonly reply: string;
}

const CORPUS = JSON.parse(
  readFileSync(new URL('../../test/fixtures/bounce-corpus.json', import.meta.url), 'utf8'),
) as readonly CorpusReply[];

const SAME_REPLY_IS_HARD = 'the same words and code count as hard in lhost-exim-02#2, lhost-postfix-02#1, lhost-qmail-02#2';

/** Where the table and the corpus do not agree, and why that is accepted. */
const ACCEPTED: Readonly<Record<string, string>> = {
  'lhost-activehunter-02': 'says "User unknown in local recipient table", as Postfix does of no other recipient',
  'lhost-amazonses-02': 'says "Unknown user"; docomo means a filter by that when it has the message, but the phase is not told',
  'lhost-amazonworkmail-02': SAME_REPLY_IS_HARD,
  // "554 5.7.1 Recipient address rejected: Access denied": a table of refused recipients (hard), or a relay that
  // was sent no credentials (smtpd_recipient_restrictions = permit_sasl_authenticated, reject), which says so of everyone.
  'lhost-exim-30': 'Postfix says so of every recipient to a client that did not authenticate',
  'lhost-messagingserver-06': SAME_REPLY_IS_HARD,
  'lhost-receivingses-02': 'says "5.1.1 Mailbox does not exist"',
  'lhost-sendmail-02#2': SAME_REPLY_IS_HARD,
  'lhost-sendmail-48': 'says "User unknown" in reply to RCPT TO, though under 5.7.1',
  'lhost-zoho-02#1': SAME_REPLY_IS_HARD,
};

/** What the table makes of a reply; where the phase is not told, that of RCPT TO is the most likely. */
function classify({ mail, reply, phase }: CorpusReply): Classification {
  const parsed = parseReply(reply);
  if (parsed === null) throw new Error(`Not a reply: ${mail}`);
  return classifyReply(parsed, phase ?? 'recipient');
}

describe('the replies of real bounce mails', () => {
  const wrong = CORPUS.filter((entry) => classify(entry).suppress !== entry.hard).map(({ mail }) => mail);

  test('suppress whom they should, save those that are named with a reason', () => {
    expect(wrong).toEqual(Object.keys(ACCEPTED));
  });

  test('are right at least 95 times of 100', () => {
    expect(CORPUS.length).toBeGreaterThan(180);
    expect(1 - wrong.length / CORPUS.length).toBeGreaterThanOrEqual(0.95);
  });

  test('a mailbox that is full is told from one that is gone', () => {
    const full = CORPUS.filter(({ label }) => label === 'mailboxfull');
    expect(full.length).toBeGreaterThan(20);
    for (const entry of full) expect([entry.mail, classify(entry).reason]).toEqual([entry.mail, 'mailbox_full']);
  });

  test('what SPF, DKIM and DMARC refuse is held against the sender', () => {
    const refused = CORPUS.filter(({ label }) => label === 'authfailure');
    expect(refused.length).toBeGreaterThan(10);
    for (const entry of refused) expect([entry.mail, classify(entry).reason]).toEqual([entry.mail, 'sender_authentication']);
  });
});

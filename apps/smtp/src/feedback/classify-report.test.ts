import { describe, expect, test } from '@jest/globals';
import { parseFeedback, type RecipientReport } from '@sendoff/feedback';
import { SAMPLE_MAILS, readCollection } from '@sendoff/feedback/testing';
import { classifyReport } from './classify-report.ts';

const isHard = (report: RecipientReport | undefined): boolean => report?.action === 'failed' && classifyReport(report).suppress;

const DELIVERY_REPORTS = SAMPLE_MAILS.flatMap(({ name, raw, label }) =>
  label.kind === 'delivery' ? [[name, raw, label.recipients] as const] : [],
);

describe('a bounce mail', () => {
  test.each(DELIVERY_REPORTS)('%s suppresses the addresses that its label names', async (_, raw, labels) => {
    const report = await parseFeedback(raw, '');
    const recipients = report.kind === 'delivery' ? report.recipients : [];
    const judged = recipients.map((recipient) => ({ address: recipient.addresses[0], hard: isHard(recipient) }));
    expect(judged).toEqual(labels.map(({ addresses, hard }) => ({ address: addresses[0], hard })));
  });
});

const COLLECTION = readCollection();

if (COLLECTION !== undefined) {
  test('is classified as hard or soft correctly in 95 % of the collection in BOUNCE_MAILS', async () => {
    const bounces = COLLECTION.filter(({ kind }) => kind === 'bounce');
    const wrong: string[] = [];
    for (const { name, raw, labels } of bounces) {
      const report = await parseFeedback(raw, '');
      const recipients = report.kind === 'delivery' ? report.recipients : [];
      if (labels.some(({ hard }, n) => isHard(recipients[n] ?? recipients[0]) !== hard)) wrong.push(name);
    }
    expect(bounces.length).toBeGreaterThan(240);
    expect({ wrong, share: 1 - wrong.length / bounces.length >= 0.95 }).toMatchObject({ share: true });
  });
}

const report = (changes: Partial<RecipientReport>): RecipientReport => ({
  ...{ addresses: ['ada@example.com'], action: 'failed', enhancedCode: null, replyCode: null },
  ...{ diagnostic: null, words: null, saidAtRcpt: null },
  ...changes,
});

describe('a failure is classified', () => {
  test.each([
    ['a reply to RCPT TO', { replyCode: 550, diagnostic: '550 No such user here', saidAtRcpt: true }, 'unknown_user', true],
    [
      'the same reply after the message',
      { replyCode: 550, diagnostic: '550 No such user here', saidAtRcpt: false },
      'unknown_user',
      false,
    ],
    [
      'an enhanced status code',
      { enhancedCode: '5.1.1', diagnostic: 'Sorry, no mailbox here by that name. (#5.1.1)' },
      'unknown_user',
      true,
    ],
    ['a full mailbox', { replyCode: 552, enhancedCode: '5.2.2', diagnostic: '552 5.2.2 Over quota' }, 'mailbox_full', false],
    ['free text alone', { diagnostic: 'User unknown' }, 'unknown_user', false],
    ['free text about the domain', { diagnostic: 'ada@example.com: Unrouteable address' }, 'unknown_domain', true],
    ['a name server that does not answer', { diagnostic: 'Host not found, try again' }, 'temporary', false],
    ['a retry schedule that has ended', { enhancedCode: '4.4.7', diagnostic: 'delivery time expired' }, 'routing', false],
  ] as const)('by %s', (_, changes, reason, suppress) => {
    expect(classifyReport(report(changes))).toEqual({ reason, suppress });
  });
});

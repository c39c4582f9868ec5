import { describe, expect, test } from '@jest/globals';
import { complaint, EXCHANGE, EXIM, mail, notification, POSTFIX, QMAIL } from '../test/bounce-mails.ts';
import { parseFeedback } from './parse-feedback.ts';

async function recipientsIn(raw: Buffer) {
  const report = await parseFeedback(raw);
  if (report.kind !== 'delivery') throw new Error(JSON.stringify(report));
  return report.recipients;
}

describe('a notification', () => {
  test('names recipient, action, codes and what the server said', async () => {
    expect(await recipientsIn(POSTFIX)).toEqual([
      {
        addresses: ['gone@example.com'],
        action: 'failed',
        enhancedCode: '5.1.1',
        replyCode: 550,
        diagnostic: '550 5.1.1 <gone@example.com>: Recipient address rejected: User unknown',
        words: expect.stringContaining('This is the mail system') as unknown,
        saidAtRcpt: true,
      },
    ]);
  });

  test.each(['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const)('may say that it was %s', async (action) => {
    const fields = ['Final-Recipient: rfc822;ada@example.com', `Action: ${action} (for now)`, 'Status: 2.0.0'];
    expect(await recipientsIn(notification([], fields))).toMatchObject([{ addresses: ['ada@example.com'], action }]);
  });

  test('speaks of each of its recipients', async () => {
    const raw = notification(
      [
        '<a@example.com>: host said: 550 5.1.1 No such user (in reply to RCPT TO command)',
        '<b@example.com>: host said: 452 4.2.2 Full (in reply to end of DATA command)',
      ],
      ['Final-Recipient: rfc822; a@example.com', 'Action: failed', 'Status: 5.0.0'],
      ['Final-Recipient: rfc822; b@example.com', 'Action: delayed', 'Status: 4.2.2'],
    );
    expect(await recipientsIn(raw)).toMatchObject([
      { addresses: ['a@example.com'], action: 'failed', enhancedCode: '5.1.1', replyCode: 550, saidAtRcpt: true },
      { addresses: ['b@example.com'], action: 'delayed', enhancedCode: '4.2.2', replyCode: 452, saidAtRcpt: false },
    ]);
  });

  test('names whom it was sent to first where somebody forwarded it', async () => {
    const fields = ['Final-Recipient: rfc822; new@example.net', 'Original-Recipient: rfc822; old@example.com', 'Action: failed'];
    expect(await recipientsIn(notification([], fields))).toMatchObject([{ addresses: ['new@example.net', 'old@example.com'] }]);
  });

  test('may hold addresses outside ASCII (RFC 6533)', async () => {
    const fields = ['Final-Recipient: utf-8; jos\\x{E9}@ex\\x{E4}mple.com', 'Action: failed', 'Status: 5.1.1'];
    expect(await recipientsIn(notification([], fields))).toMatchObject([{ addresses: ['josé@xn--exmple-cua.com'] }]);
  });

  test('the code that the server sent counts before the one that the sending server chose', async () => {
    const fields = [
      'Final-Recipient: rfc822; a@example.com',
      'Action: failed',
      'Status: 4.4.7',
      'Diagnostic-Code: smtp; 550 5.7.1 Blocked',
    ];
    expect(await recipientsIn(notification([], fields))).toMatchObject([{ enhancedCode: '5.7.1', replyCode: 550 }]);
  });

  test('an IP address is no status code', async () => {
    const fields = [
      'Final-Recipient: rfc822; a@example.com',
      'Action: failed',
      'Diagnostic-Code: smtp; connect to 4.3.2.1: timed out',
    ];
    expect(await recipientsIn(notification([], fields))).toMatchObject([{ enhancedCode: null, replyCode: null }]);
  });
});

describe('a bounce in words', () => {
  test('of Exim: each recipient with its own reply, and none of the message that came back', async () => {
    expect(await recipientsIn(EXIM)).toMatchObject([
      { addresses: ['ada@example.com'], action: 'failed', enhancedCode: '5.1.1', replyCode: 550, saidAtRcpt: true },
      { addresses: ['bob@example.net'], action: 'failed', enhancedCode: '5.2.2', replyCode: 552, saidAtRcpt: false },
    ]);
  });

  test('of qmail, which quotes no reply', async () => {
    expect(await recipientsIn(QMAIL)).toMatchObject([
      { addresses: ['gone@example.com'], action: 'failed', enhancedCode: '5.1.1', replyCode: null },
    ]);
  });

  test('of Exchange, which knows no codes', async () => {
    expect(await recipientsIn(EXCHANGE)).toMatchObject([
      { addresses: ['gone@example.com'], action: 'failed', enhancedCode: null, replyCode: null },
    ]);
  });

  test('that is only a warning is a delay', async () => {
    const raw = mail(
      'From: Mail Delivery System <Mailer-Daemon@relay.example>',
      'Subject: Warning: message 1abc delayed 24 hours',
      '',
      'The message has not yet been delivered to:',
      '',
      '  ada@example.com',
      '    Delay reason: connection timed out',
      '',
      'No action is required on your part.',
    );
    expect(await recipientsIn(raw)).toMatchObject([{ addresses: ['ada@example.com'], action: 'delayed' }]);
  });
});

describe('a complaint', () => {
  test('names its type and, where the loop leaves them in, its recipients', async () => {
    expect(
      await parseFeedback(complaint('abuse', 'Original-Rcpt-To: <Ada@Example.com>', 'Original-Rcpt-To: bob@example.com')),
    ).toEqual({
      kind: 'complaint',
      feedbackType: 'abuse',
      isUnwanted: true,
      addresses: ['ada@example.com', 'bob@example.com'],
    });
    expect(await parseFeedback(complaint('fraud'))).toMatchObject({ kind: 'complaint', isUnwanted: true, addresses: [] });
  });

  test.each(['opt-out', 'Abuse (by the (one) \\) button)'])('of the type %s says that it was not wanted', async (type) => {
    expect(await parseFeedback(complaint(type))).toMatchObject({ kind: 'complaint', isUnwanted: true });
  });

  test.each([
    ['not-spam', 'not-spam'],
    ['not-spam (moved back)', 'not-spam'],
    ['auth-failure', 'auth-failure'],
    ['virus', 'virus'],
    ['other', 'other'],
    ['x-made-up', 'x-made-up'],
  ])('of the type %s complains about nothing', async (written, feedbackType) => {
    expect(await parseFeedback(complaint(written))).toMatchObject({ kind: 'complaint', feedbackType, isUnwanted: false });
  });

  test('may be what mail programs send to unsubscribe', async () => {
    const optOut = { kind: 'complaint', feedbackType: 'opt-out', isUnwanted: true, addresses: [] };
    const byHand = mail('From: ada@example.com', 'Subject: Unsubscribe', 'Auto-Submitted: no', '', '');
    expect(await parseFeedback(byHand)).toEqual(optOut);
    const apple = mail('Subject: unsubscribe', 'Auto-Submitted: auto-replied', 'X-Apple-Unsubscribe: true', '', '');
    expect(await parseFeedback(apple)).toEqual(optOut);
  });

  test('is nothing whose subject only repeats that of the email', async () => {
    const SUBJECT = /^Subject: .*$/m;
    const retitled = (raw: Buffer) => Buffer.from(raw.toString().replace(SUBJECT, 'Subject: Unsubscribe with one click'));
    expect(await parseFeedback(retitled(POSTFIX))).toMatchObject({ kind: 'delivery' });
    expect(await parseFeedback(retitled(EXIM))).toMatchObject({ kind: 'delivery' });
    const bare = mail(
      'Subject: Unsubscribe',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      ...['', '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; relay.example', '', '--b--'],
    );
    expect(await parseFeedback(bare)).toMatchObject({ kind: 'unrecognised' });
    const away = mail('From: ada@example.com', 'Subject: Unsubscribe', 'X-Autoreply: yes', '', 'I am away.');
    expect(await parseFeedback(away)).toEqual({ kind: 'automatic_reply' });
    const answer = mail('From: ada@example.com', 'Subject: Unsubscribe', 'Auto-Submitted: auto-replied', '', 'I am away.');
    expect(await parseFeedback(answer)).toMatchObject({ kind: 'unrecognised' });
  });
});

describe('what PostgreSQL would refuse', () => {
  test('is replaced in what was said, also where a pair is cut in two', async () => {
    const fields = (diagnostic: string) => ['Final-Recipient: rfc822; a@example.com', `Diagnostic-Code: smtp; ${diagnostic}`];
    expect(await recipientsIn(notification([], fields('550 a\0b')))).toMatchObject([{ diagnostic: '550 a\uFFFDb' }]);
    const [cut] = await recipientsIn(notification([], fields(`${'x'.repeat(999)}😀`)));
    expect(cut?.diagnostic).toBe(`${'x'.repeat(999)}\uFFFD`);
  });

  test.each([
    'utf-8; a\\x{0}b@example.com',
    'utf-8; a\\x{D800}b@example.com',
    'utf-8; a\\x{110000}b@example.com',
    'utf-8; a\0b@example.com',
  ])('is in no address: %j', async (typed) => {
    const raw = notification([], [`Final-Recipient: ${typed}`, 'Original-Recipient: rfc822; ada@example.com', 'Action: failed']);
    expect(await recipientsIn(raw)).toMatchObject([{ addresses: ['ada@example.com'] }]);
  });

  test('is in no address that begins within a pair', async () => {
    const raw = complaint('abuse', `Original-Rcpt-To: 😀${'a'.repeat(63)}@example.com`);
    expect(await parseFeedback(raw)).toMatchObject({ kind: 'complaint', addresses: [] });
  });
});

describe('anything else', () => {
  test('an answer by a machine says nothing of the delivery', async () => {
    const raw = mail(
      'From: ada@example.com',
      'Subject: Out of office',
      'Auto-Submitted: auto-replied',
      '',
      'Ask bob@example.com instead.',
    );
    expect(await parseFeedback(raw)).toEqual({ kind: 'automatic_reply' });
  });

  test.each([
    ['a letter', mail('From: ada@example.com', 'Subject: Hello', '', 'How are you, bob@example.com?')],
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256))],
    [
      'parts in parts in parts',
      mail(
        ...Array.from({ length: 200 }, (_, n) => [
          `Content-Type: multipart/mixed; boundary="b${String(n)}"`,
          '',
          `--b${String(n)}`,
        ]).flat(),
      ),
    ],
  ])('%s is not recognised, with a reason', async (_, raw) => {
    expect(await parseFeedback(raw)).toEqual({ kind: 'unrecognised', reason: expect.stringMatching(/\w/) as unknown });
  });
});

import { describe, expect, test } from '@jest/globals';
import { complaint, EXCHANGE, EXIM, mail, notification, POSTFIX, QMAIL } from '../test/bounce-mails.ts';
import { parseFeedback } from './parse-feedback.ts';

async function recipientsIn(raw: Buffer) {
  const report = await parseFeedback(raw, '');
  if (report.kind !== 'delivery') throw new Error(JSON.stringify(report));
  return report.recipients;
}

describe('a DSN', () => {
  test('yields recipient, action, codes and the reply of the server', async () => {
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

  test.each(['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const)('may have the action %s', async (action) => {
    const fields = ['Final-Recipient: rfc822;ada@example.com', `Action: ${action} (for now)`, 'Status: 2.0.0'];
    expect(await recipientsIn(notification([], fields))).toMatchObject([{ addresses: ['ada@example.com'], action }]);
  });

  test('yields each of its recipients', async () => {
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

  test('yields the original recipient of a forwarded email too', async () => {
    const fields = ['Final-Recipient: rfc822; new@example.net', 'Original-Recipient: rfc822; old@example.com', 'Action: failed'];
    expect(await recipientsIn(notification([], fields))).toMatchObject([{ addresses: ['new@example.net', 'old@example.com'] }]);
  });

  test('of Sendmail yields the refused target of an alias first', async () => {
    const fields = [
      'Final-Recipient: RFC822; ada@example.com',
      'X-Actual-Recipient: RFC822; new@example.net',
      'Action: failed',
      'Status: 5.1.1',
    ];
    expect(await recipientsIn(notification([], fields))).toMatchObject([{ addresses: ['new@example.net', 'ada@example.com'] }]);
  });

  test('whose reply calls another address nonexistent yields that address first', async () => {
    const fields = (reply: string) => [
      'Final-Recipient: rfc822; ada@example.com',
      'Action: failed',
      `Diagnostic-Code: smtp; ${reply}`,
    ];
    expect(await recipientsIn(notification([], fields('550 5.1.1 <new@example.net>: User unknown')))).toMatchObject([
      { addresses: ['new@example.net', 'ada@example.com'] },
    ]);
    expect(await recipientsIn(notification([], fields('550 5.1.8 <new@example.net>: Sender address rejected')))).toMatchObject([
      { addresses: ['ada@example.com'] },
    ]);
  });

  test('is recognized by its structure without the null sender', async () => {
    expect(await parseFeedback(POSTFIX, 'postmaster@relay.example')).toMatchObject({ kind: 'delivery' });
  });

  test('without an action is a delay if its text says so', async () => {
    const fields = (status: string) => ['Final-Recipient: rfc822; ada@example.com', `Status: ${status}`];
    const words = ['The message will be retried for 3 more days.'];
    expect(await recipientsIn(notification(words, fields('4.4.1')))).toMatchObject([{ action: 'delayed' }]);
    expect(await recipientsIn(notification(words, fields('5.1.1')))).toMatchObject([{ action: 'failed' }]);
    expect(await recipientsIn(notification([], fields('4.4.1')))).toMatchObject([{ action: 'failed' }]);
  });

  test('may hold addresses outside ASCII (RFC 6533)', async () => {
    const fields = ['Final-Recipient: utf-8; jos\\x{E9}@ex\\x{E4}mple.com', 'Action: failed', 'Status: 5.1.1'];
    expect(await recipientsIn(notification([], fields))).toMatchObject([{ addresses: ['josé@xn--exmple-cua.com'] }]);
  });

  test('yields the code in the reply rather than that of the Status field', async () => {
    const fields = [
      'Final-Recipient: rfc822; a@example.com',
      'Action: failed',
      'Status: 4.4.7',
      'Diagnostic-Code: smtp; 550 5.7.1 Blocked',
    ];
    expect(await recipientsIn(notification([], fields))).toMatchObject([{ enhancedCode: '5.7.1', replyCode: 550 }]);
  });

  test('does not take an IP address for a status code', async () => {
    const fields = [
      'Final-Recipient: rfc822; a@example.com',
      'Action: failed',
      'Diagnostic-Code: smtp; connect to 4.3.2.1: timed out',
    ];
    expect(await recipientsIn(notification([], fields))).toMatchObject([{ enhancedCode: null, replyCode: null }]);
  });
});

describe('a free-text bounce', () => {
  test('of Exim yields each recipient with its own reply, and none of the original message', async () => {
    expect(await recipientsIn(EXIM)).toMatchObject([
      { addresses: ['ada@example.com'], action: 'failed', enhancedCode: '5.1.1', replyCode: 550, saidAtRcpt: true },
      { addresses: ['bob@example.net'], action: 'failed', enhancedCode: '5.2.2', replyCode: 552, saidAtRcpt: false },
    ]);
  });

  test('of qmail is parsed without a quoted reply', async () => {
    expect(await recipientsIn(QMAIL)).toMatchObject([
      { addresses: ['gone@example.com'], action: 'failed', enhancedCode: '5.1.1', replyCode: null },
    ]);
  });

  test.each([
    ['Postfix, wrapped between any two words', 'host said: 550 No (in reply to end of', '    DATA command)', false],
    ['Postfix, to RCPT TO', 'host said: 550 No (in', '    reply to RCPT TO command)', true],
    ['qmail', 'host does not like recipient.', 'Remote host said: 550 No', true],
    ['qmail, after the message', 'host failed after I sent the message.', 'Remote host said: 550 No', false],
    ['DragonFly', 'host did not like our RCPT TO:', '550 No', true],
    ['DragonFly, after the message', 'host did not like our final DATA:', '550 No', false],
    ['m-FILTER', '-------SMTP command', 'RCPT TO', true],
  ])('yields the refused command: %s', async (_, first, second, saidAtRcpt) => {
    const raw = mail(
      'Subject: failure',
      '',
      'This is the mail system at host relay.example.',
      '',
      '<ada@example.com>:',
      first,
      second,
    );
    expect(await recipientsIn(raw)).toMatchObject([{ addresses: ['ada@example.com'], saidAtRcpt }]);
  });

  test('of Exchange yields the replies that follow the list of recipients', async () => {
    const raw = mail(
      'Subject: Undeliverable',
      '',
      'Delivery has failed to these recipients or groups:',
      'ada@example.com',
      'bob@example.com',
      'Generating server: ex.example.com',
      'ada@example.com',
      '#550 5.7.1 Not authorized ##',
      'bob@example.com',
      '#550 5.1.1 Not found ##',
    );
    expect(await recipientsIn(raw)).toMatchObject([
      { addresses: ['ada@example.com'], enhancedCode: '5.7.1', replyCode: 550 },
      { addresses: ['bob@example.com'], enhancedCode: '5.1.1', replyCode: 550 },
    ]);
  });

  test('of Exchange is parsed without codes', async () => {
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

  test.each([
    [
      'There was a temporary problem delivering your message to ada@example.com. Gmail will retry for 47 more hours. ' +
        "You'll be notified if the delivery fails permanently.",
    ],
    ['This is the mail system at host relay.example. Delivery to ada@example.com is delayed. We will keep trying.'],
    [
      'This is the mail system at host relay.example. It will be retried until it is 5 days old.\r\n\r\n<ada@example.com>: timeout',
    ],
    [
      'This is the mail system at host relay.example. This is not a permanent error, and we will try again.\r\n<ada@example.com>: 451',
    ],
  ])('of a server that will try again is a delay: %s', async (words) => {
    expect(await recipientsIn(mail('From: MAILER-DAEMON@relay.example', 'Subject: Re: Hi', '', words))).toMatchObject([
      { addresses: ['ada@example.com'], action: 'delayed' },
    ]);
  });

  test('of a server that gave up is a failure, whatever its subject says', async () => {
    const raw = mail(
      'Subject: Warning: delivery delayed',
      '',
      'This is the mail system at host relay.example. The message has not been delivered for 5 days, and I have given up.',
      '<ada@example.com>: connection timed out',
    );
    expect(await recipientsIn(raw)).toMatchObject([{ addresses: ['ada@example.com'], action: 'failed' }]);
  });

  test.each([
    ['of Exim', EXIM],
    ['of qmail', QMAIL],
    ['of Exchange', EXCHANGE],
  ])('%s is not a bounce without the null sender', async (_, raw) => {
    expect((await parseFeedback(raw, 'ada@example.com')).kind).not.toBe('delivery');
  });
});

/** Real automatic replies that a parser of subjects and names takes for bounces. */
const ANSWERS: readonly (readonly [string, readonly string[]])[] = [
  [
    'in Spanish that repeats the subject',
    [
      'From: Ada <ada@example.com>',
      'Subject: Respuesta automática: Delivery status of order 17',
      'Auto-Submitted: auto-replied',
      'In-Reply-To: <1@acme.example>',
      '',
      'Estoy de vacaciones. Escriba a bob@example.com.',
    ],
  ],
  [
    'without a header that says so',
    ['From: ada@example.com', 'Subject: 自動応答: Undeliverable', '', '不在です。 bob@example.com'],
  ],
  [
    'that quotes a bounce',
    [
      'From: ada@example.com',
      'Subject: Autosvar: Mail delivery failed',
      'Auto-Submitted: auto-replied',
      '',
      'Jag är på semester.',
      '',
      '> This is the mail system at host relay.example.',
      '> <bob@example.com>: host mx.example.com said: 550 5.1.1 User unknown',
      '> Final-Recipient: rfc822; bob@example.com',
    ],
  ],
  [
    'that quotes one without marks',
    [
      'From: ada@example.com',
      'Subject: Risposta automatica: Undelivered Mail Returned to Sender',
      '',
      'Sono in ferie.',
      '',
      '-----Original Message-----',
      'This is the mail system at host relay.example.',
      'Final-Recipient: rfc822; bob@example.com',
    ],
  ],
  [
    'that is a challenge',
    [
      'From: Mail Delivery System <postmaster@example.com>',
      'Subject: Undeliverable: please confirm',
      '',
      'This message was created automatically by mail delivery software (TMDA).',
      'Your message to ada@example.com could not be delivered until you reply to this message.',
    ],
  ],
  ['from postmaster', ['From: postmaster@example.com', 'Subject: Mail failure', '', 'We moved. Write to bob@example.com.']],
  [
    'of a mailing list',
    [
      'From: MAILER-DAEMON@example.com',
      'Precedence: bulk',
      'Subject: Returned mail',
      '',
      'Please subscribe first: join@example.com',
    ],
  ],
  [
    'that is a read receipt (RFC 8098)',
    [
      'From: ada@example.com',
      'Subject: Not read: Delivery failed',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
      ...['', '--b', 'Content-Type: text/plain', '', 'Your message to ada@example.com was deleted, and could not be delivered.'],
      ...['--b', 'Content-Type: message/disposition-notification', '', 'Final-Recipient: rfc822; ada@example.com'],
      ...['Disposition: automatic-action/MDN-sent-automatically; deleted', '', '--b--'],
    ],
  ],
  [
    'that repeats a subject beginning with "Unsubscribe"',
    ['From: ada@example.com', 'Subject: Unsubscribe from our list in one click', '', 'I am away.'],
  ],
];

describe('an automatic reply', () => {
  test.each(ANSWERS)('%s is neither a bounce nor a complaint', async (_, lines) => {
    expect(await parseFeedback(mail(...lines), '')).toEqual({ kind: 'automatic_reply' });
    for (const sender of ['ada@example.com', undefined]) {
      expect((await parseFeedback(mail(...lines), sender)).kind).toMatch(/^(?:automatic_reply|unrecognised)$/);
    }
  });
});

describe('a personal message', () => {
  test.each([
    ['Re: Delivery notification', 'Thanks, it could not be delivered to bob@example.com on Friday.'],
    ['Undeliverable', 'Hi, the server said: 550 5.1.1 <bob@example.com>: User unknown. What now?'],
    ['Mail delivery failed', 'Final-Recipient: rfc822; bob@example.com\r\nAction: failed\r\nStatus: 5.1.1'],
    ['Re: Unsubscribe', 'No, I like it.'],
    ['Unsubscribe', 'How do I do that?'],
    ['Unsubscribe me from the trial please', ''],
  ])('with the subject %j is unrecognised', async (subject, text) => {
    const letter = mail('From: Postmaster <postmaster@example.com>', `Subject: ${subject}`, '', text);
    expect(await parseFeedback(letter, 'postmaster@example.com')).toMatchObject({ kind: 'unrecognised' });
  });
});

describe('a complaint', () => {
  test('yields its type, and its recipients unless they are redacted', async () => {
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

  test.each(['redacted@redacted.invalid', 'xxxxx@example.com', '[redacted]@example.com'])(
    'with the redacted address %s yields no address',
    async (redacted) => {
      expect(await parseFeedback(complaint('abuse', `Original-Rcpt-To: <${redacted}>`))).toMatchObject({ addresses: [] });
    },
  );

  test.each(['opt-out', 'Abuse (by the (one) \\) button)'])('of the type %s means that the email is unwanted', async (type) => {
    expect(await parseFeedback(complaint(type))).toMatchObject({ kind: 'complaint', isUnwanted: true });
  });

  test.each([
    ['not-spam', 'not-spam'],
    ['not-spam (moved back)', 'not-spam'],
    ['auth-failure', 'auth-failure'],
    ['virus', 'virus'],
    ['other', 'other'],
    ['x-made-up', 'x-made-up'],
  ])('of the type %s does not mean that the email is unwanted', async (written, feedbackType) => {
    expect(await parseFeedback(complaint(written))).toMatchObject({ kind: 'complaint', feedbackType, isUnwanted: false });
  });

  test('may be the unsubscribe message of a mail program', async () => {
    const optOut = { kind: 'complaint', feedbackType: 'opt-out', isUnwanted: true, addresses: [] };
    const byHand = mail('From: ada@example.com', 'Subject: Unsubscribe', 'Auto-Submitted: no', '', '');
    expect(await parseFeedback(byHand)).toEqual(optOut);
    const apple = mail('Subject: unsubscribe', 'Auto-Submitted: auto-replied', 'X-Apple-Unsubscribe: true', '', '');
    expect(await parseFeedback(apple)).toEqual(optOut);
    const inWords = mail('From: ada@example.com', 'Subject: unsubscribe', '', 'Unsubscribe', '');
    expect(await parseFeedback(inWords, 'ada@example.com')).toEqual(optOut);
  });

  test('is not recognized by a subject that repeats that of the email', async () => {
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
    expect(await parseFeedback(answer)).toMatchObject({ kind: 'automatic_reply' });
    const inReply = mail('From: ada@example.com', 'Subject: Unsubscribe', 'In-Reply-To: <1@acme.example>', '', '');
    expect(await parseFeedback(inReply, 'ada@example.com')).toMatchObject({ kind: 'unrecognised' });
  });
});

describe('text that PostgreSQL would refuse', () => {
  test('is replaced in the reply, including a split surrogate pair', async () => {
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

  test('is in no address that begins within a surrogate pair', async () => {
    const raw = complaint('abuse', `Original-Rcpt-To: 😀${'a'.repeat(63)}@example.com`);
    expect(await parseFeedback(raw)).toMatchObject({ kind: 'complaint', addresses: [] });
  });
});

describe('anything else', () => {
  test('an automatic reply says nothing about delivery', async () => {
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
    ['a personal message', mail('From: ada@example.com', 'Subject: Hello', '', 'How are you, bob@example.com?')],
    ['an empty message', Buffer.alloc(0)],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256))],
    [
      'deeply nested parts',
      mail(
        ...Array.from({ length: 200 }, (_, n) => [
          `Content-Type: multipart/mixed; boundary="b${String(n)}"`,
          '',
          `--b${String(n)}`,
        ]).flat(),
      ),
    ],
  ])('%s is unrecognised, with a reason', async (_, raw) => {
    expect(await parseFeedback(raw)).toEqual({ kind: 'unrecognised', reason: expect.stringMatching(/\w/) as unknown });
  });
});

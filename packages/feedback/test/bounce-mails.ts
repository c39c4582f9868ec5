/** Mails that came back, written for these tests in the forms of real servers. */

/** A message from its lines. */
export const mail = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'));

const mime = (type: string): string[] => ['MIME-Version: 1.0', `Content-Type: ${type}; boundary="b1"`, ''];
const part = (type: string, ...lines: readonly string[]): string[] => ['--b1', `Content-Type: ${type}`, '', ...lines];

/** A notification (RFC 3464) with the fields of its recipients. */
export const notification = (words: readonly string[], ...recipients: readonly (readonly string[])[]): Buffer =>
  mail(
    'From: MAILER-DAEMON@relay.example (Mail Delivery System)',
    'To: bounce@mail.acme.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    ...mime('multipart/report; report-type=delivery-status'),
    ...part('text/plain; charset=us-ascii', ...words, ''),
    ...part(
      'message/delivery-status',
      'Reporting-MTA: dns; relay.example',
      '',
      ...recipients.flatMap((fields) => [...fields, '']),
    ),
    ...part('message/rfc822', 'From: hello@acme.example', 'Subject: Hi', '', 'Status: 5.9.9 <wrong@else.example>: no'),
    '--b1--',
  );

/** What Postfix sends of a mailbox that is not there. */
export const POSTFIX = notification(
  [
    'This is the mail system at host relay.example.',
    '',
    '<gone@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1 <gone@example.com>:',
    '    Recipient address rejected: User unknown (in reply to RCPT TO command)',
  ],
  [
    'Final-Recipient: rfc822; gone@example.com',
    'Original-Recipient: rfc822;Gone@Example.com',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 <gone@example.com>: Recipient address',
    '    rejected: User unknown',
  ],
);

/** What Exim sends: words, and a header. */
export const EXIM = mail(
  'X-Failed-Recipients: ada@example.com,',
  '  bob@example.net',
  'Auto-Submitted: auto-replied',
  'From: Mail Delivery System <Mailer-Daemon@relay.example>',
  'To: bounce@mail.acme.example',
  'Subject: Mail delivery failed: returning message to sender',
  '',
  'This message was created automatically by mail delivery software.',
  '',
  '  ada@example.com',
  '    host mx.example.com [192.0.2.1]',
  '    SMTP error from remote mail server after RCPT TO:<ada@example.com>:',
  '    550 5.1.1 No such user',
  '  bob@example.net',
  '    host mx.example.net [192.0.2.2]',
  '    SMTP error from remote mail server after end of data:',
  '    552 5.2.2 Over quota',
  '',
  '------ This is a copy of the message, including all the headers. ------',
  '',
  'To: ada@example.com, bob@example.net, wrong@else.example',
  '',
  '  wrong@else.example',
);

/** What qmail sends. */
export const QMAIL = mail(
  'From: MAILER-DAEMON@relay.example',
  'To: bounce@mail.acme.example',
  'Subject: failure notice',
  '',
  'Hi. This is the qmail-send program at relay.example.',
  "I'm afraid I wasn't able to deliver your message to the following addresses.",
  "This is a permanent error; I've given up. Sorry it didn't work out.",
  '',
  '<gone@example.com>:',
  'Sorry, no mailbox here by that name. (#5.1.1)',
  '',
  '--- Below this line is a copy of the message.',
  '',
  'Return-Path: <bounce@mail.acme.example>',
);

/** What Exchange 2003 sends. */
export const EXCHANGE = mail(
  'From: postmaster@example.com',
  'To: bounce@mail.acme.example',
  'Subject: Undeliverable: Hi',
  ...mime('multipart/mixed'),
  ...part('text/plain', 'Your message', '', '  To:      gone@example.com', '', 'did not reach the following recipient(s):', ''),
  'gone@example.com on Thu, 2 Apr 2026 16:51:51 -0500',
  '    The recipient name is not recognized',
  ...part('message/rfc822', 'Subject: Hi', '', 'Hi'),
  '--b1--',
);

/** A complaint by a feedback loop (RFC 5965). */
export const complaint = (type: string, ...fields: readonly string[]): Buffer =>
  mail(
    'From: feedback@loop.example',
    'To: bounce@mail.acme.example',
    'Subject: FW: Hi',
    ...mime('multipart/report; report-type=feedback-report'),
    ...part('text/plain', 'This is an email abuse report.'),
    ...part('message/feedback-report', `Feedback-Type: ${type}`, 'User-Agent: Loop/1.0', 'Version: 1', ...fields),
    ...part('message/rfc822', 'From: hello@acme.example', 'To: Ada@Example.com', '', 'Hi'),
    '--b1--',
  );

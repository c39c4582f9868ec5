/** Bounces and complaints in the formats of real servers. */
import type { ReceivedMessage } from '@sendoff/testkit';

const crlf = (lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('');

function report(
  type: string,
  subject: string,
  words: readonly string[],
  fields: readonly string[],
  message: ReceivedMessage,
): string {
  const boundary = '4D2C01A8.1732435200/relay.example';
  const part = (contentType: string, lines: readonly string[]): string =>
    crlf([`--${boundary}`, `Content-Type: ${contentType}`, '', ...lines]);
  return (
    crlf([
      'Received: by relay.example (Postfix)\r\n\tid 5E6F01A9; Tue, 24 Nov 2026 08:00:00 +0000 (UTC)',
      'Date: Tue, 24 Nov 2026 08:00:00 +0000 (UTC)',
      'From: MAILER-DAEMON@relay.example (Mail Delivery System)',
      `Subject: ${subject}`,
      `To: ${message.envelope.from}`,
      'MIME-Version: 1.0',
      `Content-Type: multipart/report; report-type=${type};\r\n\tboundary="${boundary}"`,
      'Message-Id: <20261124080000.5E6F01A9@relay.example>',
      '',
      'This is a MIME-encapsulated message.',
      '',
    ]) +
    part('text/plain; charset=us-ascii', [...words, '']) +
    part(`message/${type}`, [...fields, '']) +
    part('message/rfc822', [`Return-Path: <${message.envelope.from}>`, message.raw.toString('latin1')]) +
    crlf([`--${boundary}--`])
  );
}

/** A delivery status notification (RFC 3464) of a server that rejected `recipient` as unknown. */
export const bounceOf = (message: ReceivedMessage, recipient: string): string =>
  report(
    'delivery-status',
    'Undelivered Mail Returned to Sender',
    [
      'This is the mail system at host relay.example.',
      '',
      `<${recipient}>: host mx.example.com[192.0.2.1] said: 550 5.1.1 No such user here`,
      '    (in reply to RCPT TO command)',
    ],
    [
      'Reporting-MTA: dns; relay.example',
      'Arrival-Date: Tue, 24 Nov 2026 07:59:59 +0000 (UTC)',
      '',
      `Final-Recipient: rfc822; ${recipient}`,
      'Action: failed',
      'Status: 5.1.1',
      'Remote-MTA: dns; mx.example.com',
      'Diagnostic-Code: smtp; 550 5.1.1 No such user here',
    ],
    message,
  );

/** A complaint (RFC 5965): `recipient` has reported the message as spam. */
export const complaintOf = (message: ReceivedMessage, recipient: string): string =>
  report(
    'feedback-report',
    'FW: a message that is not wanted',
    ['This is an email abuse report for a message received on Tue, 24 Nov 2026.'],
    [
      'Feedback-Type: abuse',
      'User-Agent: SomeGenerator/1.0',
      'Version: 1',
      `Original-Mail-From: <${message.envelope.from}>`,
      `Original-Rcpt-To: <${recipient}>`,
    ],
    message,
  );

import { expect, test } from '@jest/globals';
import { isServerText } from './server-words.ts';

/** One sentence for each pattern, without any other trait of a bounce. */
const SENTENCES = [
  'This is the qmail-send program at qm.example.org.',
  'This is the mail system at host relay.example.',
  "I'm sorry to have to inform you that your message could not\r\nbe delivered.",
  'This is the DragonFly Mail Agent v0.13 at df.example.org.',
  'This message was created automatically by mail delivery software.\r\n\r\nA message that you sent could not be delivered.',
  'This message was created automatically by mail delivery system.\r\n\r\nTHIS IS A WARNING MESSAGE ONLY.',
  'SMTP error from remote mail server after RCPT TO:',
  'SMTP error from remote server after DATA command:',
  'A message that you sent contained one or more recipient addresses that were\r\nincorrectly constructed:',
  '    Delay reason: SMTP timeout after initial connection',
  '   ----- The following addresses had permanent fatal errors -----',
  '   ----- Transcript of session follows -----',
  '------- Failure Reasons  --------',
  '<<< 550 5.1.1 User unknown',
  'This is the MAILER-DAEMON, please DO NOT REPLY to this email.',
  'このメールは「m-FILTER」が自動的に生成して送信しています。',
  'Это письмо создано автоматически сервером Mail.Ru, отвечать на него не нужно.',
  'This is an automatically generated Delivery Status Notification.',
  'Delivery to the following recipient failed permanently:',
  'Delivery to the following recipients has been delayed.',
  'Technical details of permanent failure:',
  'There was a temporary problem delivering your message to ada@example.com.',
  'Your message did not reach some or all of the intended recipients.',
  'Delivery has failed to these recipients or groups:',
  'Generating server: ex.example.org',
  'Diagnostic information for administrators:',
  'undeliverable to ada@example.com',
  'User mailbox exceeds allowed size: ada@example.com',
  'Delivery failed 20 attempts: ada@example.com',
  'Each of the following recipients was rejected by a remote mail server.',
  'Could not be delivered to: <ada@example.com>\r\n     As their mailbox is full.',
  'Error message below:\r\n550 - no such user here',
  'This has been a permanent failure.\r\nNo further delivery attempts will be made.',
  'Sorry, we were unable to deliver your message to the following address.',
  "User's mailbox is full: <ada@example.com>\r\nUnable to deliver mail.",
  'SMTP Server <mx.example.com> rejected recipient <ada@example.com>',
  'Remote host said: 550 No such user',
  'host mx.example.com[192.0.2.1]\r\n    said: 452 4.2.2 Mailbox full',
  'Final-Recipient: rfc822; ada@example.com',
  'Diagnostic-Code: smtp; 550 No such user',
];

test.each(SENTENCES)('the text of a server is recognized: %j', (sentence) => {
  expect(isServerText(`Hello.\r\n\r\n${sentence}\r\n`)).toBe(true);
});

test.each(SENTENCES)('quoted text of a server is ignored: %j', (sentence) => {
  expect(isServerText(`Hello.\r\n\r\n${sentence.replaceAll(/^/gm, '> ')}\r\n`)).toBe(false);
  expect(isServerText(`Hello.\r\n\r\n-----Original Message-----\r\n${sentence}\r\n`)).toBe(false);
});

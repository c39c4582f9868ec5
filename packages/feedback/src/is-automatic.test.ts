import { expect, test } from '@jest/globals';
import { mail } from '../test/bounce-mails.ts';
import { parseFeedback } from './parse-feedback.ts';

const letter = (header: string): Buffer => mail('From: ada@example.com', 'Subject: Hello', header, '', 'I am away.');

test.each([
  'X-Autoreply: yes',
  'X-Autorespond: Hello',
  'X-Autoresponse: Hello',
  'X-Auto-Reply-From: ada@example.com',
  'X-Vacation: yes',
  'X-MS-Exchange-Inbox-Rules-Loop: ada@example.com',
  'Precedence: auto_reply',
  'Precedence: bulk',
  'Precedence: junk',
  'Precedence: list',
  'Auto-Submitted: auto-replied',
  'Auto-Submitted: auto-generated (vacation)',
  'X-Auto-Response-Suppress: All',
])('a message with "%s" is an automatic reply', async (header) => {
  expect(await parseFeedback(letter(header), 'ada@example.com')).toEqual({ kind: 'automatic_reply' });
});

test.each(['Auto-Submitted: no', 'Precedence: first-class', 'X-Mailer: Reader 9'])(
  'a message with "%s" is not an automatic reply',
  async (header) => {
    expect(await parseFeedback(letter(header), 'ada@example.com')).toMatchObject({ kind: 'unrecognised' });
  },
);

test.each(['X-Autoreply: yes', 'X-Vacation: yes', 'Precedence: auto_reply'])(
  'a text with phrases of a mail server is an automatic reply with the header "%s"',
  async (header) => {
    const raw = mail(header, 'Subject: Hello', '', 'This is the mail system at host relay.example. <ada@example.com>: away');
    expect(await parseFeedback(raw, '')).toEqual({ kind: 'automatic_reply' });
  },
);

import { expect, test } from '@jest/globals';
import { composeMessage } from './compose-message.ts';
import { outgoingMessage, type KeptEmail } from './outgoing-message.ts';

const KEPT: KeptEmail = {
  messageId: '<a@example.com>',
  createdAt: new Date('2026-04-03T22:13:42.674Z'),
  from: 'a@example.com',
  to: ['b@example.com'],
  cc: [],
  replyTo: [],
  subject: 'Hello',
  headers: {},
  content: { html: null, text: 'Hello.' },
  attachments: [],
};

const linesOf = async (headers: KeptEmail['headers']): Promise<string[]> =>
  (await composeMessage(outgoingMessage({ ...KEPT, headers }))).toString().split('\r\n');

test('a message is dated when its email was accepted', async () => {
  expect(await linesOf({})).toContain('Date: Fri, 03 Apr 2026 22:13:42 +0000');
});

test('a Date of its own is the date of the message, and there is no other', async () => {
  const lines = await linesOf({ Date: 'Sun, 01 Mar 2026 09:00:00 +0100', 'X-A': 'b' });
  expect(lines.filter((line) => /^Date:/i.test(line))).toEqual(['Date: Sun, 01 Mar 2026 08:00:00 +0000']);
  expect(lines).toContain('X-A: b');
});

test.each([{}, { 'References-To': 'x' }])('a header with several values is several fields, beside %j', async (others) => {
  const lines = await linesOf({ 'X-Tag': ['one', 'two'], 'X-Other': 'three', ...others });
  expect(lines.filter((line) => line.startsWith('X-'))).toEqual(['X-Tag: one', 'X-Tag: two', 'X-Other: three']);
});

import { expect, test } from '@jest/globals';
import { parseMailbox } from './parse-mailbox.ts';
import { writeMailbox } from './write-mailbox.ts';

test.each([
  [{ name: '', address: 'a@example.com' }, 'a@example.com'],
  [{ name: 'Ann', address: 'a@example.com' }, 'Ann <a@example.com>'],
  [{ name: 'Smith, "Ann" \\', address: 'a@example.com' }, '"Smith, \\"Ann\\" \\\\" <a@example.com>'],
])('a mailbox is written so that it can be read again: %j', (mailbox, text) => {
  expect(writeMailbox(mailbox)).toBe(text);
  expect(parseMailbox(text)).toEqual(mailbox);
});

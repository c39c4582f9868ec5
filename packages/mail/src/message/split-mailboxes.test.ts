import { expect, test } from '@jest/globals';
import { splitMailboxes } from './split-mailboxes.ts';

test.each([
  ['ada@example.com', ['ada@example.com']],
  ['Ada <ada@example.com>, bob@example.com', ['Ada <ada@example.com>', 'bob@example.com']],
  ['"Doe, Jane" <jane@example.com>,bob@example.com', ['"Doe, Jane" <jane@example.com>', 'bob@example.com']],
  ['"a\\", b" <a@example.com>, c@example.com', ['"a\\", b" <a@example.com>', 'c@example.com']],
  ['Ada (a, b) <ada@example.com>, <x,y@example.com>', ['Ada (a, b) <ada@example.com>', '<x,y@example.com>']],
  [' , ada@example.com,, ', ['ada@example.com']],
  ['"open, ada@example.com', ['"open, ada@example.com']],
  ['', []],
])('%s', (text, mailboxes) => {
  expect(splitMailboxes(text)).toEqual(mailboxes);
});

import { describe, expect, test } from '@jest/globals';
import { bodyOf, EMPTY_DRAFT, splitAddresses } from './draft.ts';

describe('addresses', () => {
  test.each([
    ['', []],
    ['a@example.com', ['a@example.com']],
    ['a@example.com, Ada <b@example.com>,', ['a@example.com', 'Ada <b@example.com>']],
    ['"Lovelace, Ada" <a@example.com>; b@example.com', ['"Lovelace, Ada" <a@example.com>', 'b@example.com']],
    ['a@example.com\nb@example.com', ['a@example.com', 'b@example.com']],
    ['Lovelace, Ada <a@example.com>, b@example.com', ['Lovelace, Ada <a@example.com>', 'b@example.com']],
    ['b@example.com, Acme, Inc., West <a@example.com>', ['b@example.com', 'Acme, Inc., West <a@example.com>']],
    ['Ada, b@example.com, Bob,', ['Ada', 'b@example.com', 'Bob']],
  ])('of %j are told apart', (text, addresses) => {
    expect(splitAddresses(text)).toEqual(addresses);
  });
});

test('empty fields are left out of the request', () => {
  expect(bodyOf({ ...EMPTY_DRAFT, to: 'a@example.com', subject: 'Hello', text: 'Hi' })).toEqual({
    to: ['a@example.com'],
    subject: 'Hello',
    text: 'Hi',
  });
});

test('every field that is filled in is in the request', () => {
  const files = [{ filename: 'a.txt', size: 2, content: 'SGk=' }];
  const draft = {
    ...EMPTY_DRAFT,
    from: 'A <a@b.example>',
    to: 'c@d.example',
    cc: 'e@f.example',
    tags: 'one:1, two:2',
    html: '<p>',
    files,
  };
  expect(bodyOf({ ...draft, sendAt: '2026-04-03T22:13' })).toEqual({
    from: 'A <a@b.example>',
    to: ['c@d.example'],
    cc: ['e@f.example'],
    subject: '',
    html: '<p>',
    tags: [
      { name: 'one', value: '1' },
      { name: 'two', value: '2' },
    ],
    scheduled_at: new Date(2026, 3, 3, 22, 13).toISOString(),
    attachments: [{ filename: 'a.txt', content: 'SGk=' }],
  });
});

test('a tag without a value is rejected before the request', () => {
  expect(bodyOf({ ...EMPTY_DRAFT, tags: 'one' })).toBeNull();
});

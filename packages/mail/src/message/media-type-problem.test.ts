import { expect, test } from '@jest/globals';
import { mediaTypeProblem } from './media-type-problem.ts';

test.each([
  'application/pdf',
  'text/plain;charset=utf-8',
  'text/plain; charset="utf-8"; format=flowed ; x=y',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'image/svg+xml',
  'application/pdf; name="Übersicht; März.pdf"',
  "application/pdf; name*=utf-8''%C3%9Cbersicht.pdf",
  `a/${'x'.repeat(253)}`,
])('%s is a media type', (text) => {
  expect(mediaTypeProblem(text)).toBeUndefined();
});

test.each([
  '',
  'text',
  'text/',
  '/plain',
  'text/plain;',
  'text/plain; charset',
  'text/plain charset=x',
  'a/b/c',
  '.a/b',
  'a/b; x="y',
])('%j is none', (text) => {
  expect(mediaTypeProblem(text)).toBe('must be a media type such as `application/pdf`');
});

test.each(['text/plain\r\nX: y', 'text/plain;\tcharset=x', 'text/plain; x="\0"', 'text/plain; x="\u0085"', 'text/plain\n'])(
  '%j has control characters',
  (text) => {
    expect(mediaTypeProblem(text)).toBe('must not contain control characters');
  },
);

test('half of a surrogate pair, and a backslash, are in no value', () => {
  expect(mediaTypeProblem('text/plain; x="\uD83D"')).toBeDefined();
  expect(mediaTypeProblem('text/plain; x="\\""')).toBeDefined();
});

test('a long one is refused before it is read', () => {
  expect(mediaTypeProblem(`a/${'x'.repeat(254)}`)).toBe('must have at most 255 characters');
});

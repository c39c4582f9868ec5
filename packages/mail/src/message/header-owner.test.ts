import { expect, test } from '@jest/globals';
import { headerOwner, mayRepeatHeader } from './header-owner.ts';

test.each([
  ['X-Tag', { kind: 'custom' }],
  ['Message-ID', { kind: 'custom' }],
  ['dAtE', { kind: 'date' }],
  ['REPLY-TO', { kind: 'field', field: 'reply_to' }],
  ['MIME-Version', { kind: 'written' }],
  ['Return-Path', { kind: 'written' }],
  ['Content-Type', { kind: 'written' }],
  ['Content-Transfer-Encoding', { kind: 'written' }],
  ['DKIM-Signature', { kind: 'written' }],
  ['ARC-Seal', { kind: 'written' }],
  ['Resent-Bcc', { kind: 'resent' }],
])('whose %s is', (name, owner) => {
  expect(headerOwner(name)).toEqual(owner);
});

test.each([
  ['X-Tag', true],
  ['Comments', true],
  ['References', false],
  ['List-Unsubscribe', false],
])('whether a message may have several of %s: %s', (name, may) => {
  expect(mayRepeatHeader(name)).toBe(may);
});

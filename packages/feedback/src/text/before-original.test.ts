import { expect, test } from '@jest/globals';
import { beforeOriginal } from './before-original.ts';

test.each([
  '--- Below this line is a copy of the message.',
  '------ This is a copy of the message, including all the headers. ------',
  '----- Original message -----',
  '------- Returned Message --------',
  '----- Unsent message follows -----',
  'The attached file contains the original message headers.',
  'Content of the message:',
  '----- Undelivered message follows -----',
  '--- Enclosed is a copy of the message.',
  '--- The header of the original message is following. ---',
  '--- The body of the message is 2048 characters long; only the first',
  '--- Your original message is below',
  '--- The following is the original message.',
  '----- Message header follows -----',
  '---- Beginning of the original message ----',
  'Original message follows.',
  'Unsent message below',
  'Your message reads (in part):',
  'Received message follows',
  'Original headers follow',
  'The first 20 lines of your message:',
  'Return-Path: <bounce@mail.acme.example>',
  'Received: from app.acme.example',
])('the original message starts at the line: %s', (line) => {
  expect(beforeOriginal(`It failed.\n${line}\nFrom: hello@acme.example`)).toBe('It failed.\n');
});

test('a text without an original message is unchanged', () => {
  expect(beforeOriginal('It failed.\nReceived by nobody')).toBe('It failed.\nReceived by nobody');
});

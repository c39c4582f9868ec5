import { expect, test } from '@jest/globals';
import { parseReply } from './parse-reply.ts';

test.each([
  ['550 5.1.1 No such user', { code: 550, enhancedCode: '5.1.1', text: 'No such user' }],
  ['550-5.1.1 The account\n550 5.1.1 does not exist', { code: 550, enhancedCode: '5.1.1', text: 'The account\ndoes not exist' }],
  ['550-First\r\n550 5.7.1 second', { code: 550, enhancedCode: '5.7.1', text: 'First\nsecond' }],
  ['451 try later', { code: 451, enhancedCode: null, text: 'try later' }],
  ['550 4.2.2 classes disagree', { code: 550, enhancedCode: null, text: '4.2.2 classes disagree' }],
  ['550 1.2.3.4 is listed', { code: 550, enhancedCode: null, text: '1.2.3.4 is listed' }],
  ['554 5.7.1', { code: 554, enhancedCode: '5.7.1', text: '' }],
  ['421', { code: 421, enhancedCode: null, text: '' }],
])('%s', (response, reply) => {
  expect(parseReply(response)).toEqual(reply);
});

test.each(['', 'hello', '99 short', '650 no such class', 'HTTP/1.1 400 Bad Request'])('%j is no reply', (response) => {
  expect(parseReply(response)).toBeNull();
});

test('what a server says is cut and cleaned before it is kept', () => {
  const reply = parseReply(`550 a\0b${'🚀'.repeat(10_000)}`);
  expect(reply?.text.startsWith('a b🚀')).toBe(true);
  expect(reply?.text.length).toBeLessThanOrEqual(4000);
  expect(reply?.text).not.toMatch(/[\0]|\p{Surrogate}/u);
});

import { expect, test } from '@jest/globals';
import { readDataUrl } from './read-data-url.ts';

test.each([
  ['data:text/plain;base64,aGk=', 'text/plain', 'hi'],
  ['DATA:text/plain;charset=utf-8;base64,aGk', 'text/plain;charset=utf-8', 'hi'],
  ['data:;base64,aGk%3D', null, 'hi'],
  ['data:image/svg+xml,%3Csvg%2F%3E', 'image/svg+xml', '<svg/>'],
  ['data:,a,b', null, 'a,b'],
  ['data:text/plain;base64,', 'text/plain', ''],
])('%s', (text, mediaType, content) => {
  const { bytes, ...read } = readDataUrl(text) ?? { bytes: [] };
  expect(read).toEqual({ mediaType });
  expect(Buffer.from(bytes).toString()).toBe(content);
});

test.each(['data:text/plain;base64', 'data:;base64,$', 'data:,%ff', `data:${'x'.repeat(600)},a`, 'https://example.com/,'])(
  '%s is none',
  (text) => expect(readDataUrl(text)).toBeNull(),
);

import { expect, test } from '@jest/globals';
import { checkUrl } from './check-url.ts';

test.each([
  ['no URL', 'report.pdf'],
  ['no host', 'https://'],
  ['a file', 'file:///etc/passwd'],
  ['data', 'data:text/plain,hello'],
  ['another protocol', 'gopher://files.example/1'],
  ['a user name', 'https://user@files.example/'],
  ['credentials', 'https://user:hunter2@files.example/?token=hunter2'],
  ['a password alone', 'https://:hunter2@files.example/'],
  ['a port that does not exist', 'https://files.example:65536/'],
])('refuses %s without repeating the URL', (_what, text) => {
  expect(checkUrl(text)).toMatchObject({
    kind: 'refused',
    reason: 'unsupported_url',
    message: expect.not.stringContaining('hunter2'),
  });
});

test('refuses credentials and schemes that a redirect adds', () => {
  const base = new URL('https://files.example/a');
  expect(checkUrl('//user:hunter2@files.example/b', base)).toMatchObject({ kind: 'refused' });
  expect(checkUrl('ftp://files.example/b', base)).toMatchObject({ kind: 'refused' });
  expect(checkUrl('b', base)).toEqual(new URL('https://files.example/b'));
});

test('accepts http and https', () => {
  expect(checkUrl('http://files.example/a?b=c')).toBeInstanceOf(URL);
  expect(checkUrl('HTTPS://files.example:8443')).toBeInstanceOf(URL);
});

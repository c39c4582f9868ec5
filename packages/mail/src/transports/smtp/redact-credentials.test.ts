import { describe, expect, test } from '@jest/globals';
import { redactCredentials } from './redact-credentials.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('credentials in replies of a relay', () => {
  const user = 'me@acme.example';
  const redact = redactCredentials({ user, pass: 'hunter2/secret' });

  test.each([
    ['in plain text', 'bad password hunter2/secret for user me'],
    ['in capitals', 'BAD PASSWORD HUNTER2/SECRET'],
    ['percent-encoded', 'no such login hunter2%2Fsecret'],
    ['as AUTH LOGIN sends the password', `unknown command ${base64('hunter2/secret')}`],
    ['as AUTH PLAIN sends both', `unknown command AUTH PLAIN ${base64(`\0${user}\0hunter2/secret`)}`],
    ['as AUTH PLAIN sends both, truncated', `AUTH PLAIN ${base64(`\0${user}\0hunter2/secret`).slice(0, 32)}...`],
    ['as the response to a challenge', `bad response ${base64(`${user} ${'0123456789abcdef'.repeat(2)}`)}`],
  ])('are replaced %s', (_how, text) => {
    const shown = redact(text);
    expect(shown).toContain('[redacted]');
    expect(shown.toLowerCase()).not.toContain('hunter2');
    expect(shown).not.toMatch(/[A-Za-z0-9+/]{24,}/);
  });

  test('other text is unchanged, including text that only looks like base64', () => {
    const text = '5.7.8 Username and Password not accepted for me@acme.example 41mwr1YZ0 - gsmtp';
    expect(redact(text)).toBe(text);
  });

  test('a short password is replaced as a whole word', () => {
    const short = redactCredentials({ user: 'me', pass: 'test' });
    expect(short('user me, password "test": test@test.example is in the latest list, contested')).toBe(
      'user me, password "[redacted]": [redacted]@[redacted].example is in the latest list, contested',
    );
  });

  test('without credentials, or with an empty password, nothing is replaced', () => {
    expect(redactCredentials(undefined)('250 OK')).toBe('250 OK');
    expect(redactCredentials({ user: 'me', pass: '' })('250 OK queued')).toBe('250 OK queued');
  });
});

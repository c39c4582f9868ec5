import { describe, expect, test } from '@jest/globals';
import { loadServerEnvironment } from './load-server-environment.ts';

const COMPLETE = { DATABASE_URL: 'postgresql://u:p@127.0.0.1/x', SECRET_KEY: 'x'.repeat(32) };

describe('loadServerEnvironment', () => {
  test('a default sender that is none is found at start, not with the first email', () => {
    expect(() => loadServerEnvironment({ ...COMPLETE, MAIL_DEFAULT_FROM: 'Acme' })).toThrow(
      /MAIL_DEFAULT_FROM must be an email address/,
    );
    expect(loadServerEnvironment({ ...COMPLETE, MAIL_DEFAULT_FROM: 'Acme <a@example.com>' }).MAIL_DEFAULT_FROM).toBe(
      'Acme <a@example.com>',
    );
  });
});

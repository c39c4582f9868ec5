import { describe, expect, test } from '@jest/globals';
import { InvalidEnvironment } from '@sendoff/config';
import { planParts } from './plan-parts.ts';

const REAL = {
  DATABASE_URL: 'postgresql://u:p@db.example/sendoff',
  MAIL_URL: 'smtp://relay.example:587',
  SECRET_KEY: 'k'.repeat(32),
  SMTP_TLS_CERT: '/etc/ssl/smtp.crt',
};

describe('planParts', () => {
  test('reports every error for all programs at once, but no missing service', () => {
    let error: unknown;
    try {
      planParts({ PORT: '70000', RETRY_SCHEDULE: '5 fortnights', INBOX_PORT: 'x', LOG_FORMAT: 'poem' }, '/root');
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InvalidEnvironment);
    const { problems } = error as InvalidEnvironment;
    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual([
      'INBOX_PORT',
      'LOG_FORMAT',
      'PORT',
      'RETRY_SCHEDULE',
    ]);
  });

  test('lists every service as missing when nothing is set', () => {
    expect(planParts({}, '/repository').missing).toEqual({
      postgres: true,
      inbox: true,
      secretKey: true,
      certificate: true,
    });
  });

  test('does not list a service whose variable is set', () => {
    const missing = { postgres: false, inbox: false, secretKey: false, certificate: false };
    expect(planParts(REAL, '/repository').missing).toEqual(missing);
    const { MAIL_URL } = REAL;
    expect(planParts({ MAIL_URL }, '/repository').missing).toEqual({
      postgres: true,
      inbox: false,
      secretKey: true,
      certificate: true,
    });
  });

  test('does not list the certificate as missing when only its key is set', () => {
    expect(planParts({ SMTP_TLS_KEY: '/etc/ssl/smtp.key' }, '/repository').missing.certificate).toBe(false);
  });

  test('resolves SENDOFF_HOME from the root of the repository', () => {
    expect(planParts({}, '/repository').home).toBe('/repository/.sendoff');
    expect(planParts({ SENDOFF_HOME: '/elsewhere' }, '/repository').home).toBe('/elsewhere');
  });
});

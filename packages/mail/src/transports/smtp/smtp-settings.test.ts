import { describe, expect, test } from '@jest/globals';
import { InvalidRelayUrl } from '../transport.ts';
import { configureTransport } from '../transports.ts';
import { readSmtpSettings } from './smtp-settings.ts';

const read = (url: string, defaults: { username?: string; password?: string } = {}) =>
  readSmtpSettings(url, { maxConnections: 7, ...defaults });

const configure = (url: string) => configureTransport(url, { maxConnections: 7 });

describe('configureTransport refuses', () => {
  test.each([
    ['no URL', 'relay.example secret', 'smtp://'],
    ['another scheme', 'http://user:secret@relay.example', 'smtp://'],
    ['no host', 'smtp://', 'smtp://'],
    ['an unknown option', 'smtp://user:secret@relay.example?debug=true', 'unknown option debug'],
    ['an option that reaches files', 'smtp://relay.example?tls.pfx=/etc/passwd', 'unknown option tls.pfx'],
    ['an option of the wrong type', 'smtp://relay.example?requireTLS=maybe', 'no boolean'],
    ['an invalid rate', 'smtp://relay.example?rate=fast', 'write a number, a slash'],
    ['zero connections', 'smtp://relay.example?maxConnections=0', 'not a positive integer'],
    ['an option given twice', 'smtp://relay.example?name=a&name=b', 'no string'],
    ['a password that would be repeated', 'smtp://user:secret@[::bad', 'smtp://'],
    ['a password that is not percent-encoded', 'smtp://user:12/secret@relay.example', 'write / as %2F'],
    ['a user name without a password', 'smtp://apikey@relay.example', 'no password; set MAIL_PASSWORD'],
    ['a password without a user name', 'smtp://:secret@relay.example', 'no user name; set MAIL_USERNAME'],
  ])('%s, without repeating the URL', (_what, url, reason) => {
    expect(() => configure(url)).toThrow(InvalidRelayUrl);
    expect(() => configure(url)).toThrow(reason);
    expect(() => configure(url)).not.toThrow('secret');
  });
});

describe('readSmtpSettings reads', () => {
  test.each([
    ['smtp://relay.example', 'smtp://relay.example:587', { port: 587, secure: false }],
    ['smtp://relay.example:25', 'smtp://relay.example:25', { port: 25, secure: false }],
    ['smtps://relay.example', 'smtps://relay.example:465', { port: 465, secure: true }],
    ['smtp://[::1]:1025', 'smtp://[::1]:1025', { host: '::1', port: 1025 }],
    [
      'smtp://me%40acme.example:p%3Aw@relay.example',
      'smtp://relay.example:587',
      { auth: { user: 'me@acme.example', pass: 'p:w' } },
    ],
    [
      'smtp://relay.example?requireTLS=true&tls.rejectUnauthorized=false',
      'smtp://relay.example:587',
      { requireTLS: true, tls: { rejectUnauthorized: false } },
    ],
    [
      'smtp://relay.example?maxConnections=3&name=client.example',
      'smtp://relay.example:587',
      { maxConnections: 3, name: 'client.example' },
    ],
  ])('%s', (url, name, pool) => {
    const settings = read(url);
    expect(settings.name).toBe(name);
    expect(settings.pool).toMatchObject(pool);
  });

  test.each([
    ['smtp://relay.example', null],
    ['smtp://relay.example?rate=100/s', { count: 100, periodMs: 1000 }],
    ['smtp://relay.example?rate=600%2Fm&maxConnections=3', { count: 600, periodMs: 60_000 }],
    ['smtp://relay.example?rate=1000/h', { count: 1000, periodMs: 3_600_000 }],
  ])('the rate of %s, which is not passed to nodemailer', (url, rate) => {
    expect(read(url)).toMatchObject({ rate });
    expect(read(url).pool).not.toHaveProperty('rate');
  });

  const both = { username: 'me', password: 'p@w/' };
  test.each([
    ['smtp://relay.example', both, { user: 'me', pass: 'p@w/' }],
    ['smtp://you:other@relay.example', both, { user: 'you', pass: 'other' }],
    ['smtp://you:other@relay.example', {}, { user: 'you', pass: 'other' }],
    ['smtp://you@relay.example', both, { user: 'you', pass: 'p@w/' }],
    ['smtp://you:@relay.example', both, { user: 'you', pass: 'p@w/' }],
    ['smtp://you@relay.example', { password: 'pw' }, { user: 'you', pass: 'pw' }],
    ['smtp://:other@relay.example', both, { user: 'me', pass: 'other' }],
    ['smtp://:other@relay.example', { username: 'me' }, { user: 'me', pass: 'other' }],
    ['smtp://you:o@ther@relay.example', {}, { user: 'you', pass: 'o@ther' }],
    ['smtp://relay.example', { password: 'for another relay' }, undefined],
    ['smtp://relay.example', {}, undefined],
  ])('user and password of %s with %j', (url, defaults, auth) => {
    expect(read(url, defaults).pool.auth).toEqual(auth);
  });

  test('a user name of the options requires a password', () => {
    expect(() => read('smtp://relay.example', { username: 'me' })).toThrow('no password; set MAIL_PASSWORD');
  });

  test('timeouts of the URL override those of the options', () => {
    const { timeouts, pool } = read('smtp://relay.example?connectionTimeout=5000&socketTimeout=7000');
    expect(timeouts).toEqual({ connection: 5000, greeting: 30_000, reply: 7000, finalReply: 7000 });
    expect(pool).toMatchObject({ connectionTimeout: 5000, greetingTimeout: 30_000, socketTimeout: 7000, maxConnections: 7 });
  });
});

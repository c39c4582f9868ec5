import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { signWebhook } from './sign-webhook.ts';

const secret = () => `whsec_${randomBytes(32).toString('base64')}`;
const [newer, older, foreign] = [secret(), secret(), secret()];
const event = {
  id: '019aaf00-0000-7000-8000-000000000001',
  payload: '{"type":"email.sent","größe":"L"}',
  secrets: [newer, older],
};

const only = (prefix: string, headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith(prefix)));

describe.each([
  ['standardwebhooks', (key: string) => new StandardWebhook(key), 'webhook-'],
  ['svix', (key: string) => new SvixWebhook(key), 'svix-'],
] as const)('the package %s', (_, open, prefix) => {
  test('verifies with the new and the previous secret, and with no other', () => {
    const headers = only(prefix, signWebhook(event, new Date()));
    for (const key of [newer, older]) expect(() => open(key).verify(event.payload, headers)).not.toThrow();
    expect(() => open(foreign).verify(event.payload, headers)).toThrow();
  });

  test('rejects a changed body, a changed id and an old timestamp', () => {
    const headers = only(prefix, signWebhook(event, new Date()));
    expect(() => open(newer).verify(`${event.payload} `, headers)).toThrow();
    expect(() => open(newer).verify(event.payload, { ...headers, [`${prefix}id`]: 'another' })).toThrow();
    const old = only(prefix, signWebhook(event, new Date(Date.now() - 600_000)));
    expect(() => open(newer).verify(event.payload, old)).toThrow();
  });
});

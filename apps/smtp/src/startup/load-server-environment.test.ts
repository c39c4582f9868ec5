import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadServerEnvironment } from './load-server-environment.ts';

const BASE = { DATABASE_URL: 'postgresql://127.0.0.1/sendoff' };
let directory: string;
let key: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'sendoff-'));
  key = join(directory, 'smtp.key');
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
});
afterAll(() => rmSync(directory, { recursive: true }));

test.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('without a certificate it may listen on %s', (HOST) => {
  expect(loadServerEnvironment({ ...BASE, HOST })).toMatchObject({ HOST });
});

test.each(['0.0.0.0', '::', '192.0.2.1', '127.0.0.1.example', 'mail.example'])(
  'without a certificate it may not on %s',
  (HOST) => {
    expect(() => loadServerEnvironment({ ...BASE, HOST })).toThrow(`HOST is ${HOST}: API keys would travel unencrypted`);
  },
);

test('a certificate without its key, or a key without its certificate, is refused', () => {
  expect(() => loadServerEnvironment({ ...BASE, SMTP_TLS_CERT: key })).toThrow('SMTP_TLS_KEY is not set');
  expect(() => loadServerEnvironment({ ...BASE, SMTP_TLS_KEY: key })).toThrow('SMTP_TLS_CERT is not set');
});

test('missing or invalid certificate files are reported with their variable', () => {
  const missing = { ...BASE, SMTP_TLS_CERT: join(directory, 'none'), SMTP_TLS_KEY: key };
  expect(() => loadServerEnvironment(missing)).toThrow(/SMTP_TLS_CERT names a file that cannot be read: ENOENT/);
  const wrong = { ...BASE, SMTP_TLS_CERT: key, SMTP_TLS_KEY: key };
  expect(() => loadServerEnvironment(wrong)).toThrow('are not a PEM certificate with its private key');
});

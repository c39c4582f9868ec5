/** What answers say to browsers, and which requests of browsers are refused. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from './start-test-api.ts';

let api: TestApi;
let directory: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'sendoff-page-'));
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), '<!doctype html><title>Sendoff</title>');
  writeFileSync(join(directory, 'assets/page.js'), '');
  const publicUrl = 'https://mail.acme.example/';
  api = await startTestApi(undefined, { publicUrl, dashboardDirectory: directory, trustProxy: ['127.0.0.1'] });
});
afterAll(async () => {
  await api.close();
  rmSync(directory, { recursive: true });
});

const headersOf = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries((await api.ask('GET', path, { headers })).headers);

test.each(['/emails', '/nowhere', '/healthz', '/openapi.json'])('%s is data: nothing runs, frames or loads it', async (path) => {
  expect(await headersOf(path)).toMatchObject({
    'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
});

test('the page takes scripts from the folder of its files alone, at the address it was asked at and at the public one', async () => {
  const { 'content-security-policy': policy = '', ...others } = await headersOf('/dashboard');
  const directives = policy.split('; ');
  expect(directives).toEqual(
    expect.arrayContaining([
      `script-src https://mail.acme.example/dashboard/assets/ ${api.url}/dashboard/assets/`,
      ...["default-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
    ]),
  );
  expect(others).toMatchObject({ 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' });
  expect(await headersOf('/dashboard/assets/page.js')).toMatchObject({ 'cross-origin-resource-policy': 'same-origin' });
});

test('a host that is none does not get into the policy', async () => {
  const { 'content-security-policy': policy } = await headersOf('/dashboard', {
    'x-forwarded-host': "x;script-src 'unsafe-inline'",
  });
  expect(policy).toContain('script-src https://mail.acme.example/dashboard/assets/;');
  expect(policy).not.toContain('unsafe-inline');
});

test('HSTS is said where the request came by https, and nowhere else', async () => {
  expect(await headersOf('/healthz')).not.toHaveProperty('strict-transport-security');
  expect(await headersOf('/healthz', { 'x-forwarded-proto': 'https' })).toMatchObject({
    'strict-transport-security': 'max-age=31536000',
  });
});

describe('a request that changes something', () => {
  const signIn = async (headers: Readonly<Record<string, string>>) => {
    const { token: key } = await api.createKey();
    return (await api.ask('POST', '/dashboard/api/session', { body: { key }, headers })).status;
  };
  test.each([
    ['the public address', () => ({ origin: 'https://mail.acme.example' }), 200],
    ['the address that was asked', () => ({ origin: api.url }), 200],
    [
      'the address that a proxy was asked',
      () => ({ origin: 'https://b.example', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'b.example' }),
      200,
    ],
    [
      'the same with its port',
      () => ({ origin: 'https://b.example', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'b.example:443' }),
      200,
    ],
    ['another scheme', () => ({ origin: api.url.replace('http:', 'https:') }), 403],
    ['another port', () => ({ origin: 'https://mail.acme.example:8443' }), 403],
    ['another host', () => ({ origin: 'https://acme.example' }), 403],
    ['an address without encryption', () => ({ origin: 'http://mail.acme.example' }), 403],
    ['a sandbox', () => ({ origin: 'null' }), 403],
    ['no page at all', () => ({}), 403],
  ])('from %s', async (_, headers, status) => {
    expect(await signIn(headers())).toBe(status);
  });
});

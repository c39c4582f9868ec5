import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, jest, test } from '@jest/globals';
import { checkReadiness, type ReadinessChecks } from './check-readiness.ts';
import { serveHealth } from './serve-health.ts';

const there = () => Promise.resolve();
const away = () => Promise.reject(new Error('away'));
const metrics = { read: () => Promise.resolve('up 1\n'), contentType: 'text/plain; version=0.0.4' };

let server: Server | undefined;
afterEach(() => {
  jest.useRealTimers();
  server?.close();
  server?.closeAllConnections();
});

async function serve(checks: ReadinessChecks): Promise<string> {
  server = await serveHealth({ host: '127.0.0.1', port: 0 }, () => checkReadiness(checks), metrics);
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

test.each([
  ['ready', 200, { database: there, queue: there }, { database: 'ok', queue: 'ok' }],
  ['degraded', 200, { database: there, queue: away }, { database: 'ok', queue: 'unreachable' }],
  ['unavailable', 503, { database: away, queue: there }, { database: 'unreachable', queue: 'ok' }],
])('/readyz answers %s with %d and its checks', async (status, code, parts, checks) => {
  const response = await fetch(`${await serve(parts)}/readyz`);
  expect(response.status).toBe(code);
  expect(await response.json()).toEqual({ status, checks });
});

test('a check that does not answer times out after two seconds', async () => {
  jest.useFakeTimers();
  const checked = checkReadiness({ database: () => new Promise(() => undefined), queue: there });
  await jest.advanceTimersByTimeAsync(2000);
  expect(await checked).toMatchObject({ status: 'unavailable' });
});

test('only health and metrics are served', async () => {
  const url = await serve({ database: away, queue: away });
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' });
  const scraped = await fetch(`${url}/metrics`);
  expect(scraped.headers.get('content-type')).toBe(metrics.contentType);
  expect(await scraped.text()).toBe('up 1\n');
  expect((await fetch(`${url}/emails`)).status).toBe(404);
  expect((await fetch(`${url}/healthz`, { method: 'POST' })).status).toBe(405);
});

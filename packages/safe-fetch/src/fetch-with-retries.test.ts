import { afterEach, expect, test } from '@jest/globals';
import { LIMITS, open, release, serve } from '../test/fetch-kit.ts';
import { fetchWithRetries } from './fetch-with-retries.ts';

afterEach(release);

const RETRIES = { tries: 3, delaysMs: [1] };

/** Answers with these statuses in turn, and then with the last one; 0 closes the connection. */
async function serveStatuses(...statuses: number[]) {
  let requests = 0;
  const server = await serve((_request, response) => {
    const status = statuses[Math.min(requests, statuses.length - 1)] ?? 200;
    requests += 1;
    if (status === 0) response.destroy();
    else response.writeHead(status).end('x');
  });
  return { ...server, requests: () => requests };
}

test.each([
  ['500 twice', [500, 500, 200]],
  ['a broken connection', [0, 200]],
  ['503, then a broken connection', [503, 0, 200]],
])('the fetch succeeds after %s', async (_what, statuses) => {
  const server = await serveStatuses(...statuses);
  expect(await fetchWithRetries(open(), server.url, LIMITS, RETRIES)).toMatchObject({ kind: 'ok' });
  expect(server.requests()).toBe(statuses.length);
});

test('the fetch fails after three responses with 500', async () => {
  const server = await serveStatuses(500, 500, 500, 200);
  expect(await fetchWithRetries(open(), server.url, LIMITS, RETRIES)).toMatchObject({ kind: 'failed', status: 500 });
  expect(server.requests()).toBe(3);
  expect(await open().get(server.url, LIMITS)).toMatchObject({ kind: 'ok' });
});

test('a timeout is retried', async () => {
  let requests = 0;
  const server = await serve((_request, response) => {
    requests += 1;
    if (requests > 1) response.end('x');
  });
  expect(await fetchWithRetries(open(), server.url, { ...LIMITS, timeoutMs: 2000 }, RETRIES)).toMatchObject({ kind: 'ok' });
});

test.each([404, 410])('status %i is not retried', async (status) => {
  const server = await serveStatuses(status);
  expect(await fetchWithRetries(open(), server.url, LIMITS, RETRIES)).toMatchObject({ kind: 'failed', status });
  expect(server.requests()).toBe(1);
});

test('a refusal is not retried', async () => {
  const server = await serveStatuses(200);
  const result = await fetchWithRetries(open(), server.url, { ...LIMITS, maxBytes: 0 }, RETRIES);
  expect(result).toMatchObject({ kind: 'refused', reason: 'too_large' });
  expect(server.requests()).toBe(1);
});

test('the delays are applied, and the last one is repeated', async () => {
  const server = await serveStatuses(500);
  const began = Date.now();
  await fetchWithRetries(open(), server.url, LIMITS, { tries: 4, delaysMs: [10, 60] });
  expect(Date.now() - began).toBeGreaterThanOrEqual(125);
  expect(server.requests()).toBe(4);
});

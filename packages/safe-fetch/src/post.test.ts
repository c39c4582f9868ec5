import { afterEach, describe, expect, test } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import type { LookupFunction } from 'node:net';
import { eventually, open, release, serve, serveRaw } from '../test/fetch-kit.ts';

const LIMITS = { maxBytes: 1024, timeoutMs: 60_000 };
/** For responses that never end. */
const SHORT_LIMITS = { ...LIMITS, timeoutMs: 400 };
const POSTED = { headers: { 'content-type': 'application/json', 'webhook-id': '17' }, body: '{"größe":1}' };

afterEach(release);

describe('post', () => {
  test('sends headers and body unchanged, and returns the response', async () => {
    const requests: { method?: string | undefined; url?: string | undefined; id: unknown; body: string }[] = [];
    const server = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => {
          const { method, url, headers } = request;
          requests.push({ method, url, id: headers['webhook-id'], body: Buffer.concat(chunks).toString() });
          response.writeHead(429, { 'retry-after': '30' }).end('too much\0');
        });
    });
    const answer = await open().post(`${server.url}/a?b=c`, POSTED, LIMITS);
    expect(answer).toEqual({ kind: 'answered', status: 429, retryAfter: '30', beginning: 'too much' });
    expect(requests).toEqual([{ method: 'POST', url: '/a?b=c', id: '17', body: POSTED.body }]);
  });

  test('returns a redirect without following it', async () => {
    let asked = 0;
    const server = await serve((_request, response) => {
      asked += 1;
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await open().post(server.url, POSTED, LIMITS)).toMatchObject({ kind: 'answered', status: 307 });
    expect(asked).toBe(1);
  });

  test('reads the beginning of an endless response, and closes the connection', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200);
      const flood = (): void => {
        if (!response.destroyed) response.write('ä'.repeat(10_000), flood);
      };
      flood();
    });
    const answer = await open().post(server.url, POSTED, LIMITS);
    expect(answer).toMatchObject({ kind: 'answered', status: 200, beginning: 'ä'.repeat(512) });
    await eventually(() => server.open() === 0);
  });

  test('fails with a timeout when the server never answers', async () => {
    const { url } = await serveRaw(() => undefined);
    expect(await open().post(url, POSTED, SHORT_LIMITS)).toMatchObject({ kind: 'failed', reason: 'timeout' });
  });

  test.each<[string, number, (response: ServerResponse) => void]>([
    ['stalls', 5000, (response) => void response.writeHead(200).write('x')],
    ['breaks off', 60_000, (response) => void response.writeHead(200).write('x', () => setTimeout(() => response.destroy(), 50))],
  ])('returns a response whose body %s, with the part that arrived', async (_, timeoutMs, answer) => {
    const server = await serve((_request, response) => answer(response));
    const result = await open().post(server.url, POSTED, { ...LIMITS, timeoutMs });
    expect(result).toEqual({ kind: 'answered', status: 200, retryAfter: null, beginning: 'x' });
    await eventually(() => server.open() === 0);
  });

  test('connects to no private address, even through a name', async () => {
    const server = await serve((_request, response) => response.end());
    const lookup: LookupFunction = (_name, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]);
    const fetcher = open({ allowPrivateAddresses: false, lookup });
    for (const url of [server.url, `http://hooks.example.com:${String(server.port)}/`]) {
      expect(await fetcher.post(url, POSTED, LIMITS)).toMatchObject({ kind: 'refused', reason: 'private_address' });
    }
    expect(server.connections()).toBe(0);
  });
});

import { randomBytes } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { brotliCompressSync, constants, createGzip, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { eventually, LIMITS, open, release, serve, serveRaw, textOf } from '../test/fetch-kit.ts';

afterEach(release);

describe('the size limit', () => {
  const TOO_LARGE = { kind: 'refused', reason: 'too_large', message: 'The file has more than 1000 bytes.' };

  test('refuses a larger Content-Length without reading the body', async () => {
    const server = await serve((_request, response) => response.writeHead(200, { 'content-length': '1001' }).flushHeaders());
    expect(await open().get(server.url, LIMITS)).toEqual(TOO_LARGE);
    await eventually(() => server.open() === 0);
  });

  test('ends a body that exceeds it', async () => {
    const server = await serve((_request, response) => {
      response.write('x'.repeat(1000));
      response.end('x');
    });
    expect(await open().get(server.url, LIMITS)).toEqual(TOO_LARGE);
  });

  test('ends an endless body, and its connection', async () => {
    const server = await serve((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
      };
      response.on('drain', more);
      more();
    });
    expect(await open().get(server.url, LIMITS)).toEqual(TOO_LARGE);
    await eventually(() => server.open() === 0);
  });

  test('allows a body of exactly the limit', async () => {
    const server = await serve((_request, response) => response.end('x'.repeat(1000)));
    expect(textOf(await open().get(server.url, LIMITS))).toHaveLength(1000);
  });

  test.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('counts decoded bytes of an unrequested %s body', async (coding, compress) => {
    const server = await serve((request, response) => {
      response
        .setHeader('content-encoding', coding)
        .end(compress(Buffer.alloc(request.url === '/large' ? 1_000_000 : 1000, 'x')));
    });
    expect(textOf(await open().get(`${server.url}/small`, LIMITS))).toBe('x'.repeat(1000));
    expect(await open().get(`${server.url}/large`, LIMITS)).toEqual(TOO_LARGE);
  });

  test('ends an endless compressed body, and its connection', async () => {
    const server = await serve((_request, response) => {
      const endless = Readable.from(
        (function* () {
          for (;;) yield randomBytes(10_000);
        })(),
      );
      pipeline(endless, createGzip(), response.setHeader('content-encoding', 'gzip'), () => undefined);
    });
    expect(await open().get(server.url, { ...LIMITS, maxBytes: 1_000_000 })).toMatchObject({ reason: 'too_large' });
    await eventually(() => server.open() === 0);
  });

  test.each([
    ['an unknown coding', 'zstd', false],
    ['several codings', 'gzip, gzip', false],
    ['a name from the prototype of objects', 'constructor', false],
    ['a coding that it does not actually have', 'gzip', true],
  ])('a body in %s fails', async (_what, coding, temporary) => {
    const server = await serve((_request, response) => response.setHeader('content-encoding', coding).end('plain text'));
    expect(await open().get(server.url, LIMITS)).toMatchObject({ kind: 'failed', reason: 'network', temporary });
  });
});

describe('the time limit', () => {
  const limits = { maxBytes: 1_000_000, timeoutMs: 150 };
  const TIMEOUT = {
    kind: 'failed',
    reason: 'timeout',
    temporary: true,
    message: expect.stringMatching(/ took longer than 0\.15 s\.$/),
  };

  test('ends a request that is never answered', async () => {
    const server = await serveRaw(() => undefined);
    expect(await open().get(server.url, limits)).toEqual(TIMEOUT);
    await eventually(() => server.open() === 0);
  });

  test.each(['HTTP/1.1 200 OK\r\nx-', 'HTTP/1.1 200 OK\r\n\r\n'])('ends a slow response after %j', async (start) => {
    const server = await serveRaw((socket) => {
      socket.write(start);
      const timer = setInterval(() => socket.write('x'), 10);
      socket.on('close', () => clearInterval(timer));
    });
    expect(await open().get(server.url, limits)).toEqual(TIMEOUT);
    await eventually(() => server.open() === 0);
  });

  test('ends a slow compressed response', async () => {
    const server = await serve((_request, response) => {
      const gzip = createGzip({ flush: constants.Z_SYNC_FLUSH });
      gzip.pipe(response.setHeader('content-encoding', 'gzip'));
      const timer = setInterval(() => gzip.write('x'), 10);
      response.on('close', () => clearInterval(timer));
    });
    expect(await open().get(server.url, limits)).toEqual(TIMEOUT);
    await eventually(() => server.open() === 0);
  });

  test('covers all redirects together', async () => {
    const server = await serve((_request, response) => {
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 60);
    });
    expect(await open().get(server.url, limits)).toEqual(TIMEOUT);
  });

  test('ends a name resolution that never completes', async () => {
    const fetcher = open({ lookup: () => undefined });
    expect(await fetcher.get('http://slow.example/', limits)).toEqual({
      ...TIMEOUT,
      message: 'slow.example took longer than 0.15 s.',
    });
  });
});

describe('shared memory', () => {
  test('is requested for each chunk, and its exhaustion ends the fetch', async () => {
    const server = await serve((_request, response) => {
      response.write('x'.repeat(400));
      response.end('x'.repeat(400));
    });
    let left = 500;
    const takeRoom = (bytes: number): boolean => bytes <= left && (left -= bytes) >= 0;
    expect(await open().get(server.url, { ...LIMITS, takeRoom })).toMatchObject({ kind: 'failed', reason: 'no_room' });
    await eventually(() => server.open() === 0);
    left = 800;
    expect(await open().get(server.url, { ...LIMITS, takeRoom })).toMatchObject({ kind: 'ok' });
    expect(left).toBe(0);
  });

  test.each(['before the answer', 'in the middle of the body'])('a fetch that is aborted %s ends at once', async (when) => {
    const stop = new AbortController();
    const server = await serve((_request, response) => {
      if (when !== 'before the answer') response.write('x');
      setImmediate(() => stop.abort());
    });
    const result = await open().get(server.url, { ...LIMITS, timeoutMs: 60_000, signal: stop.signal });
    expect(result).toMatchObject({ kind: 'failed', reason: 'interrupted', temporary: false });
    await eventually(() => server.open() === 0);
  });
});

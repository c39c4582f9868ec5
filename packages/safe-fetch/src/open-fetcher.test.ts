import { afterEach, describe, expect, test } from '@jest/globals';
import { eventually, LIMITS, open, release, serve, serveRaw, textOf } from '../test/fetch-kit.ts';

afterEach(release);

describe('the response', () => {
  test('is returned with its media type', async () => {
    const server = await serve((_request, response) =>
      response.setHeader('content-type', 'text/csv; charset=utf-8').end('a,b\nä,ö\n'),
    );
    const result = await open().get(server.url, LIMITS);
    expect(result).toMatchObject({ kind: 'ok', contentType: 'text/csv; charset=utf-8' });
    expect(textOf(result)).toBe('a,b\nä,ö\n');
  });

  test('may be empty', async () => {
    const server = await serve((_request, response) => response.end());
    expect(await open().get(server.url, { ...LIMITS, maxBytes: 0 })).toMatchObject({
      kind: 'ok',
      bytes: expect.objectContaining({ length: 0 }),
    });
  });

  test.each([undefined, 'pdf', 'text/', 'text /plain', 'text/plain; näme=x', `text/${'x'.repeat(300)}`])(
    'has no media type when its Content-Type is %p',
    async (contentType) => {
      const server = await serve((_request, response) => {
        if (contentType !== undefined) response.setHeader('content-type', contentType);
        response.end('x');
      });
      expect(await open().get(server.url, LIMITS)).toMatchObject({ kind: 'ok', contentType: null });
    },
  );

  test('the request has no unnecessary headers', async () => {
    let headers: object = {};
    const server = await serve((request, response) => {
      headers = request.headers;
      response.end();
    });
    await open().get(`${server.url}/a?b=c#d`, LIMITS);
    expect(headers).toEqual({
      host: `127.0.0.1:${String(server.port)}`,
      connection: 'keep-alive',
      'user-agent': 'sendoff',
      'accept-encoding': 'identity',
    });
  });

  test.each([
    [404, false],
    [403, false],
    [304, false],
    [302, false],
    [408, true],
    [429, true],
    [500, true],
    [503, true],
  ])('with the status %i is a failure (temporary: %p)', async (status, temporary) => {
    const server = await serve((_request, response) => response.writeHead(status).end());
    expect(await open().get(`${server.url}/a?token=hunter2`, LIMITS)).toEqual({
      kind: 'failed',
      reason: 'status',
      status,
      temporary,
      message: `127.0.0.1:${String(server.port)} answered with status ${String(status)}.`,
    });
  });
});

describe('redirects', () => {
  /** Redirects from `/n` to `/n-1`, and ends at `/0`. */
  const countdown = () =>
    serve((request, response) => {
      const n = Number(request.url?.slice(1));
      if (n === 0) response.end('arrived');
      else response.writeHead(n % 2 === 0 ? 302 : 308, { location: `/${String(n - 1)}` }).end('on it goes');
    });

  test('are followed five times', async () => {
    expect(textOf(await open().get(`${(await countdown()).url}/5`, LIMITS))).toBe('arrived');
  });

  test('are not followed a sixth time', async () => {
    const result = await open().get(`${(await countdown()).url}/6`, LIMITS);
    expect(result).toEqual({ kind: 'refused', reason: 'too_many_redirects', message: 'There are more than 5 redirects.' });
  });

  test.each(['ftp://files.example/', 'file:///etc/passwd', '//user:hunter2@127.0.0.1/', 'http://[::1', 'data:,x'])(
    'to %s are refused',
    async (location) => {
      const server = await serve((_request, response) => response.writeHead(301, { location }).end());
      expect(await open().get(server.url, LIMITS)).toMatchObject({ kind: 'refused', reason: 'unsupported_url' });
    },
  );
});

describe('network errors', () => {
  const failure = (words: string) => ({
    kind: 'failed',
    reason: 'network',
    temporary: true,
    message: expect.stringContaining(words),
  });

  test('a refused connection is reported', async () => {
    const { url } = await serve(() => undefined);
    await release();
    expect(await open().get(url, LIMITS)).toEqual(failure('refused the connection'));
  });

  test.each([
    ['before an answer', ''],
    ['within the body', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nx'],
    ['within a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\na\r\nx'],
  ])('a connection that ends %s yields no partial body', async (_when, start) => {
    const server = await serveRaw((socket) => socket.end(start));
    expect(await open().get(server.url, LIMITS)).toEqual(failure('closed the connection unexpectedly'));
  });

  test('a response that is not HTTP is not repeated in the message', async () => {
    const server = await serveRaw((socket) => socket.end('220 mail.example ESMTP secret\r\n'));
    const result = await open().get(server.url, LIMITS);
    expect(result).toEqual(failure('sent an invalid HTTP response'));
    expect(JSON.stringify(result)).not.toContain('secret');
  });

  test('a name without an address is reported', async () => {
    const trouble = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    const fetcher = open({ allowPrivateAddresses: false, lookup: (_hostname, _options, callback) => callback(trouble, []) });
    expect(await fetcher.get('https://nowhere.example/', LIMITS)).toEqual(failure('nowhere.example has no address'));
  });
});

test.each(['http_proxy', 'HTTP_PROXY', 'ALL_PROXY'])('a proxy in %s is ignored', async (name) => {
  const proxy = await serve((_request, response) => response.end('from the proxy'));
  const server = await serve((_request, response) => response.end('from the server'));
  process.env[name] = proxy.url;
  try {
    expect(textOf(await open().get(server.url, LIMITS))).toBe('from the server');
  } finally {
    Reflect.deleteProperty(process.env, name);
  }
  expect(proxy.connections()).toBe(0);
});

describe('closing', () => {
  test('waits for running requests, including redirects', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/b') response.end('arrived');
      else setTimeout(() => response.writeHead(302, { location: '/b' }).end(), 50);
    });
    const fetcher = open();
    const fetching = fetcher.get(server.url, LIMITS);
    await fetcher.close();
    expect(textOf(await fetching)).toBe('arrived');
    await eventually(() => server.open() === 0);
  });

  test('rejects later requests', async () => {
    const fetcher = open();
    await fetcher.close();
    await expect(fetcher.get('http://127.0.0.1/', LIMITS)).rejects.toThrow('The fetcher is closed');
  });
});

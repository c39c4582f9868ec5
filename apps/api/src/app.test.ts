/** What the API does with everything away. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLogger } from '@sendoff/runtime';
import { closeDatabase, openDatabase } from '@sendoff/db';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';

// Port 1 is reserved, and nothing listens there.
const database = openDatabase({ url: 'postgresql://u:p@127.0.0.1:1/none', maxConnections: 1 });
const away = () => Promise.reject(new Error('away'));
let app: FastifyInstance;

beforeAll(async () => {
  app = await buildApp({
    database,
    queue: { engine: 'redis', enqueue: away, ping: away, countJobs: away, listJobs: away },
    logger: createLogger({ name: 'test', level: 'silent' }),
    config: { publicUrl: 'https://mail.example.com/', secretKey: 'x'.repeat(32) },
  });
});

afterAll(async () => {
  await app.close();
  await closeDatabase(database);
});

describe('GET /', () => {
  test('says what this is, and where it is documented', async () => {
    const response = await app.inject('/');
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({
      name: 'sendoff',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as unknown,
      docs: 'https://mail.example.com/docs',
    });
  });
});

describe('health', () => {
  test('the process is alive whatever is away', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' });
  });

  test('it is not ready without the database, and says so in the shape of errors as well', async () => {
    const response = await app.inject('/readyz');
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({
      statusCode: 503,
      name: 'application_error',
      status: 'unavailable',
      checks: { database: 'unreachable', queue: 'unreachable' },
    });
  });
});

describe('every error has one shape', () => {
  const asks = (method: 'GET' | 'POST' | 'DELETE' | 'PATCH' | 'OPTIONS', url: string, headers = {}) => ({ method, url, headers });

  test.each([
    [asks('GET', '/nothing'), 404, 'not_found'],
    [asks('POST', '/nothing'), 404, 'not_found'],
    [asks('GET', '/domains/x'), 404, 'not_found'],
    [asks('GET', '/usage'), 404, 'not_found'],
    [asks('GET', '/emails/receiving/x'), 404, 'not_found'],
    [asks('POST', '/templates'), 404, 'not_found'],
    [asks('DELETE', '/domains'), 404, 'not_found'],
    [asks('POST', '/emails/x/share'), 404, 'not_found'],
    [asks('GET', '/%zz'), 404, 'not_found'],
    [asks('GET', `/emails/${'x'.repeat(500)}`), 404, 'not_found'],
    [asks('GET', '/docs/static/nothing'), 404, 'not_found'],
    [asks('POST', '/'), 405, 'method_not_allowed'],
    [asks('DELETE', '/emails'), 405, 'method_not_allowed'],
    [asks('DELETE', '/emails/x'), 405, 'method_not_allowed'],
    [asks('OPTIONS', '/emails'), 405, 'method_not_allowed'],
    [asks('POST', '/healthz'), 405, 'method_not_allowed'],
    [asks('POST', '/openapi.json'), 405, 'method_not_allowed'],
    [asks('POST', '/emails'), 401, 'missing_api_key'],
    [asks('POST', '/email'), 401, 'missing_api_key'],
    [asks('GET', '/email'), 404, 'not_found'],
    [asks('GET', '/emails'), 401, 'missing_api_key'],
    [asks('GET', '/emails/x'), 401, 'missing_api_key'],
    [asks('GET', '/domains'), 401, 'missing_api_key'],
    [asks('GET', '/emails', { authorization: 'Basic eDp5' }), 401, 'missing_api_key'],
    [asks('GET', '/emails', { authorization: 'Bearer' }), 401, 'missing_api_key'],
    [asks('GET', '/emails', { authorization: 'Bearer x' }), 503, 'application_error'],
  ])('%j: %i %s', async (request, statusCode, name) => {
    const response = await app.inject(request);
    expect(response.statusCode).toBe(statusCode);
    expect(response.json()).toEqual({ statusCode, name, message: expect.any(String) as unknown });
    expect(response.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('405 names the methods that are allowed', async () => {
    expect((await app.inject({ method: 'PUT', url: '/emails' })).headers.allow).toBe('GET, HEAD, POST');
  });

  test('401 names the way to authenticate', async () => {
    expect((await app.inject('/emails')).headers['www-authenticate']).toBe('Bearer');
  });
});

describe('the documentation', () => {
  test('is served without a key, and loads nothing from elsewhere', async () => {
    const response = await app.inject('/docs');
    expect(response.statusCode).toBe(200);
    expect(response.body).not.toMatch(/(src|href)="[^"]*\/\/[^"]*"/);
    expect(response.headers['content-security-policy']).toMatch(/default-src 'self'/);
    const initializer = await app.inject('/docs/static/swagger-initializer.js');
    expect(initializer.statusCode).toBe(200);
    expect(initializer.body).not.toMatch(/validator\.swagger\.io/);
  });
});

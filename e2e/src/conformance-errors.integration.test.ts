/** Errors as the `resend` package and other clients read them, and client behavior that must not be an error. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Resend } from 'resend';
import { callApi, type RawRequest } from './testing/call-api.ts';
import { createReleases } from './testing/releases.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { fail, succeed } from './testing/succeed.ts';

const UNKNOWN_ID = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b';
const EMAIL = { from: 'Acme <hello@acme.example>', to: 'ada@example.com', subject: 'Hello', text: 'It works.' };
const TOO_MANY = Array.from({ length: 51 }, (_, index) => `reader-${String(index)}@example.com`);

const releases = createReleases();
let stack: Stack;
let resend: Resend;

beforeAll(async () => {
  // Nothing is sent here, so there is no worker.
  stack = await startStack(releases, {});
  await stack.startApi();
  resend = new Resend(stack.api.key, { baseUrl: stack.api.url });
});
afterAll(releases.releaseAll);

/** Fails unless the response is exactly this error. */
async function expectError(request: RawRequest, status: number, name: string, message?: string): Promise<void> {
  const answer = await callApi(stack.api, request);
  expect([answer.status, answer.body]).toEqual([status, { statusCode: status, name, message: message ?? expect.any(String) }]);
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
}

const post = (body: unknown): RawRequest => ({ method: 'POST', path: '/emails', body });
const without = (field: keyof typeof EMAIL) => ({ ...EMAIL, [field]: undefined });

describe('a missing field', () => {
  test.each(['from', 'to', 'subject'] as const)('%s is named in the error', async (field) => {
    await expectError(post(without(field)), 422, 'missing_required_field', `Missing \`${field}\` field.`);
  });

  test.each([
    { what: 'html and text are absent', body: without('text') },
    { what: 'both are empty', body: { ...EMAIL, html: '', text: '' } },
  ])('is one where $what', async ({ body }) => {
    await expectError(post(body), 422, 'missing_required_field', 'Missing `html` or `text` field.');
  });

  test('is reported by the package', async () => {
    const { to: _, ...rest } = EMAIL;
    expect(await fail(resend.emails.send(rest as typeof EMAIL))).toEqual({
      statusCode: 422,
      name: 'missing_required_field',
      message: 'Missing `to` field.',
    });
  });
});

describe('an invalid value', () => {
  test.each([
    { what: 'a sender that is no address', body: { ...EMAIL, from: 'Acme' }, name: 'invalid_from_address' },
    { what: 'a recipient that is no address', body: { ...EMAIL, to: 'ada' } },
    { what: 'a bad address among good ones', body: { ...EMAIL, to: ['ada@example.com', 'bob@'] } },
    { what: 'a bad cc', body: { ...EMAIL, cc: '@example.com' } },
    { what: 'a bad bcc', body: { ...EMAIL, bcc: ['a b@example.com'] } },
    { what: 'a bad reply_to', body: { ...EMAIL, reply_to: 'nobody' } },
    { what: '51 recipients', body: { ...EMAIL, to: TOO_MANY } },
    { what: 'a number for a recipient', body: { ...EMAIL, to: 5 } },
    { what: 'a subject of two lines', body: { ...EMAIL, subject: 'Hello\r\nBcc: eve@example.com' } },
    { what: 'a header of two lines', body: { ...EMAIL, headers: { 'X-A': 'a\r\nBcc: eve@example.com' } } },
    { what: 'a header that is an object', body: { ...EMAIL, headers: { 'X-A': { b: 1 } } } },
    { what: 'a tag with a space', body: { ...EMAIL, tags: [{ name: 'a b', value: 'c' }] } },
    { what: 'a tag of 257 characters', body: { ...EMAIL, tags: [{ name: 'a', value: 'x'.repeat(257) }] } },
    { what: 'a field that is not known', body: { ...EMAIL, colour: 'red' } },
    { what: 'a template', body: { ...EMAIL, template: { id: UNKNOWN_ID } } },
    { what: 'a topic', body: { ...EMAIL, topic_id: UNKNOWN_ID } },
    { what: 'an array in place of an email', body: [EMAIL] },
  ])('$what is 422', async ({ body, name = 'validation_error' }) => {
    await expectError(post(body), 422, name);
  });

  test('an empty list of recipients is 422', async () => {
    // Resend has two names for this error: the field is present but empty.
    expect(await callApi(stack.api, post({ ...EMAIL, to: [] }))).toMatchObject({
      status: 422,
      body: { statusCode: 422, name: expect.stringMatching(/^(?:missing_required_field|validation_error)$/) },
    });
  });

  test('is not a list of 50 recipients', async () => {
    const { id } = await succeed(resend.emails.send({ ...EMAIL, to: TOO_MANY.slice(0, 50) }));
    expect((await succeed(resend.emails.get(id))).to).toHaveLength(50);
  });
});

describe('an unreadable body', () => {
  test.each(['{"from":', 'hello', '{"a":1}}'])('%s is invalid JSON', async (body) => {
    await expectError(post(body), 400, 'validation_error');
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
    '%s is an unsupported content type',
    async (type) => {
      await expectError({ ...post('a=b'), headers: { 'content-type': type } }, 415, 'validation_error');
    },
  );

  test('a missing body is 422', async () => {
    const answer = await callApi(stack.api, { method: 'POST', path: '/emails' });
    expect(answer).toMatchObject({ status: 422, body: { statusCode: 422, message: expect.any(String) } });
  });
});

describe('an unknown path', () => {
  test.each([
    'GET /nowhere',
    'POST /nowhere',
    'GET /emails/metrics',
    'GET /emails/metrics?metrics=sent',
    `POST /emails/${UNKNOWN_ID}/share`,
    `GET /domains/${UNKNOWN_ID}`,
    'POST /domains',
    'GET /templates/welcome',
    `GET /emails/receiving/${UNKNOWN_ID}`,
    `GET /emails/${UNKNOWN_ID}`,
    `DELETE /api-keys/${UNKNOWN_ID}`,
  ])('%s is 404', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    await expectError({ method, path }, 404, 'not_found');
  });

  test('is reported by the package for endpoints that Sendoff does not have', async () => {
    const notFound = { statusCode: 404, name: 'not_found' };
    expect(await fail(resend.emails.metrics({}))).toMatchObject(notFound);
    expect(await fail(resend.emails.share(UNKNOWN_ID))).toMatchObject(notFound);
    expect(await fail(resend.domains.get(UNKNOWN_ID))).toMatchObject(notFound);
  });

  test.each(['/domains', '/templates', '/contacts', '/emails/receiving'])('GET %s is an empty list', async (path) => {
    const { status, body } = await callApi(stack.api, { method: 'GET', path });
    expect([status, body]).toEqual([200, { object: 'list', has_more: false, data: [] }]);
  });
});

test.each([
  'PUT /emails',
  'DELETE /emails',
  'PATCH /emails',
  'GET /emails/batch',
  `DELETE /emails/${UNKNOWN_ID}`,
  `PUT /emails/${UNKNOWN_ID}`,
  `GET /emails/${UNKNOWN_ID}/cancel`,
  'PUT /api-keys',
  `POST /api-keys/${UNKNOWN_ID}`,
])('%s is 405', async (route) => {
  const [method = '', path = ''] = route.split(' ');
  await expectError({ method, path }, 405, 'method_not_allowed');
  expect((await callApi(stack.api, { method, path })).headers.get('allow')).toBeTruthy();
});

describe('an API key', () => {
  test.each([undefined, '', 'Basic YTpi', 'Bearer', 'Bearer '])(
    'that is missing in the authorization "%s" is 401',
    async (authorization) => {
      await expectError({ path: '/emails', headers: { authorization } }, 401, 'missing_api_key');
    },
  );

  test('that is wrong is 401', async () => {
    await expectError(
      { path: '/emails', headers: { authorization: 'Bearer re_123' } },
      401,
      'validation_error',
      'API key is invalid',
    );
    expect(await fail(new Resend('re_so_live_wrong', { baseUrl: stack.api.url }).emails.send(EMAIL))).toEqual({
      statusCode: 401,
      name: 'validation_error',
      message: 'API key is invalid',
    });
  });

  test('that is missing is reported before any error in the body', async () => {
    await expectError({ ...post('{"from":'), headers: { authorization: undefined } }, 401, 'missing_api_key');
  });
});

describe('tolerated client behavior', () => {
  test('a base URL with a trailing slash works for every call', async () => {
    const client = new Resend(stack.api.key, { baseUrl: `${stack.api.url}/` });
    const { id } = await succeed(client.emails.send({ ...EMAIL, scheduledAt: 'in 1 hour' }));
    expect(await succeed(client.emails.get(id))).toMatchObject({ id });
    expect(await succeed(client.emails.list({ limit: 1 }))).toMatchObject({ object: 'list', data: [{ id }] });
    expect(await succeed(client.emails.update({ id, scheduledAt: 'in 2 hours' }))).toMatchObject({ id });
    expect(await succeed(client.emails.cancel(id))).toMatchObject({ id });
    expect(await succeed(client.emails.attachments.list({ emailId: id }))).toMatchObject({ data: [] });
    await succeed(client.batch.send([EMAIL]));
    const key = await succeed(client.apiKeys.create({ name: 'Slash' }));
    expect(await succeed(client.apiKeys.remove(key.id))).toMatchObject({ deleted: true });
    expect(await callApi(stack.api, { path: '/emails/' })).toMatchObject({ status: 200 });
  });

  test('an empty body with a JSON content type is accepted for POST', async () => {
    for (const body of [undefined, '']) {
      const { id } = await succeed(resend.emails.send({ ...EMAIL, scheduledAt: 'in 1 hour' }));
      const answer = await callApi(stack.api, { method: 'POST', path: `/emails/${id}/cancel`, body });
      expect([answer.status, answer.body]).toEqual([200, { object: 'email', id }]);
    }
  });

  test('an empty body with a JSON content type is accepted for DELETE', async () => {
    const { id } = await succeed(resend.apiKeys.create({ name: 'Deleted' }));
    const answer = await callApi(stack.api, { method: 'DELETE', path: `/api-keys/${id}` });
    expect([answer.status, answer.body]).toEqual([200, { object: 'api_key', id, deleted: true }]);
  });

  test('POST and DELETE without a body need no content type', async () => {
    const headers = { 'content-type': undefined };
    const { id } = await succeed(resend.emails.send({ ...EMAIL, scheduledAt: 'in 1 hour' }));
    expect(await callApi(stack.api, { method: 'POST', path: `/emails/${id}/cancel`, headers })).toMatchObject({ status: 200 });
    const key = await succeed(resend.apiKeys.create({ name: 'Deleted' }));
    expect(await callApi(stack.api, { method: 'DELETE', path: `/api-keys/${key.id}`, headers })).toMatchObject({ status: 200 });
  });

  test('a charset in the content type is accepted', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    expect(await callApi(stack.api, { ...post(EMAIL), headers })).toMatchObject({ status: 200 });
  });
});

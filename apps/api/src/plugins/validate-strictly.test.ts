import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fastify } from 'fastify';
import Type from 'typebox';
import { EmailBody } from '@sendoff/intake/submission';
import { registerErrorHandler } from './error-handler.ts';
import { readJsonBodies } from './read-json-bodies.ts';
import { validateStrictly } from './validate-strictly.ts';

const app = fastify();

beforeAll(async () => {
  registerErrorHandler(app);
  readJsonBodies(app);
  validateStrictly(app);
  app.post('/emails', { schema: { body: EmailBody } }, ({ body }) => ({ body }));
  const limit = Type.Integer({ maximum: 100, 'x-must-be': 'a whole number up to 100' });
  app.get('/emails', { schema: { querystring: Type.Object({ limit }, { additionalProperties: false }) } }, ({ query }) => ({
    query,
  }));
  await app.ready();
});

afterAll(() => app.close());

async function post(payload: string | object, contentType = 'application/json') {
  const response = await app.inject({ method: 'POST', url: '/emails', payload, headers: { 'content-type': contentType } });
  return response.json<{ statusCode: number; message: string; name: string }>();
}

const MAIL = { from: 'a@example.com', to: 'b@example.com', subject: 'Hello', text: 'Hello.' };
const invalid = (message: string) => ({ statusCode: 422, name: 'validation_error', message });
const missing = (message: string) => ({ statusCode: 422, name: 'missing_required_field', message });

describe('a body of another shape is explained', () => {
  test.each([
    [{}, missing('Missing `to` field.')],
    [{ ...MAIL, subject: undefined }, missing('Missing `subject` field.')],
    [{ ...MAIL, to: 5 }, invalid('The `to` field must be an email address or an array of up to 50 email addresses.')],
    [{ ...MAIL, to: null }, invalid('The `to` field must be an email address or an array of up to 50 email addresses.')],
    [{ ...MAIL, to: ['b@example.com', 5] }, invalid('The `to` field, item 2: must be an email address.')],
    [
      { ...MAIL, to: Array(51).fill('b@example.com') },
      invalid('The `to` field must be an email address or an array of up to 50 email addresses.'),
    ],
    [{ ...MAIL, subject: 5 }, invalid('The `subject` field must be a string.')],
    [{ ...MAIL, headers: 'x' }, invalid('The `headers` field must be an object of strings.')],
    [{ ...MAIL, headers: ['x'] }, invalid('The `headers` field, item 1: must be an object with `name` and `value`.')],
    [{ ...MAIL, headers: [{ name: 'X-A' }] }, missing('The `headers` field, item 1: missing `value`.')],
    [{ ...MAIL, headers: { 'X/A~B': {} } }, invalid('The `headers` field, `X/A~B`: must be a string or an array of strings.')],
    [{ ...MAIL, headers: { 'X-A': ['a', {}] } }, invalid('The `headers` field, `X-A`, item 2: must be a string.')],
    [{ ...MAIL, tags: { a: {} } }, invalid('The `tags` field, `a`: must be a string.')],
    [{ ...MAIL, tags: [{ name: 'a', value: {} }] }, invalid('The `tags` field, item 1, `value`: must be a string.')],
    [
      { ...MAIL, tags: [{ name: 'a', value: 'b', colour: 'c' }] },
      invalid('The `tags` field, item 1: must be an object with `name` and `value`.'),
    ],
    [{ ...MAIL, attachments: 'x' }, invalid('The `attachments` field must be an array of up to 100 attachments.')],
    [{ ...MAIL, colour: 'red' }, invalid('The `colour` field is not known. Leave it out; /docs lists what there is.')],
    [{ ...MAIL, a: 1, b: 2 }, invalid('The fields `a`, `b` are not known. Leave them out; /docs lists what there is.')],
    [
      { ...MAIL, ...Object.fromEntries(Array.from('abcdefghij', (name) => [name, 1])) },
      invalid('The fields `a`, `b`, `c`, `d`, `e`, `f`, `g`, `h` are not known. Leave them out; /docs lists what there is.'),
    ],
    [{ ...MAIL, template: { id: 'x' } }, invalid('The `template` field is not served yet. Leave it out.')],
    [{ from: 'a@example.com', topic_id: 'x' }, invalid('The `topic_id` field is not served yet. Leave it out.')],
    [[MAIL], invalid('The request body must be a JSON object.')],
  ])('%j', async (body, expected) => {
    expect(await post(body)).toEqual(expected);
  });

  test('no body, although the header says JSON', async () => {
    expect(await post('')).toEqual(invalid('The request body must be a JSON object.'));
  });
});

describe('a body that cannot be read is refused', () => {
  test.each([
    ['broken JSON', '{"to":', 'application/json', 400],
    ['a prototype', '{"__proto__":{"to":"x"}}', 'application/json', 400],
    ['a constructor', '{"constructor":{"prototype":{"to":"x"}}}', 'application/json', 400],
    ['another content type', 'to=x', 'application/x-www-form-urlencoded', 415],
    ['plain text', '{}', 'text/plain', 415],
  ])('%s', async (_what, payload, contentType, statusCode) => {
    expect(await post(payload, contentType)).toMatchObject({ statusCode, name: 'validation_error' });
  });

  test('bytes that are no UTF-8 are not replaced by others', async () => {
    const payload = Buffer.concat([Buffer.from('{"to":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]);
    expect(await post(payload)).toMatchObject({ statusCode: 400 });
  });
});

test('a body is taken as it is, and nothing is converted', async () => {
  const response = await app.inject({ method: 'POST', url: '/emails', payload: { ...MAIL, headers: { 'X-A': '5' }, cc: [] } });
  expect(response.json()).toEqual({ body: { ...MAIL, headers: { 'X-A': '5' }, cc: [] } });
});

describe('the query string', () => {
  test('becomes the numbers that are asked for', async () => {
    expect((await app.inject('/emails?limit=7')).json()).toEqual({ query: { limit: 7 } });
  });

  test.each([
    ['limit=101', 'The `limit` parameter must be a whole number up to 100.'],
    ['limit=x', 'The `limit` parameter must be a whole number up to 100.'],
    ['limit=1&limit=2', 'The `limit` parameter must be a whole number up to 100.'],
    ['limit=1&page=2', 'The `page` parameter is not known. Leave it out; /docs lists what there is.'],
    ['', 'Missing `limit` parameter.'],
  ])('%s is explained', async (query, message) => {
    expect((await app.inject(`/emails?${query}`)).json()).toEqual({ statusCode: 422, name: 'invalid_parameter', message });
  });
});

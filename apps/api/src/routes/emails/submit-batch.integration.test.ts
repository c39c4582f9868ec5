/** Batches. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Resend } from 'resend';
import { startTestApi, type TestApi } from '../../../test/start-test-api.ts';

const MAIL = { from: 'acme@example.com', to: 'ada@example.com', subject: 'Hello', text: 'Hello.' };
const { to: _to, ...WITHOUT_TO } = MAIL;
const ID = /^[0-9a-f-]{36}$/;

let api: TestApi;
let token: string;
let resend: Resend;

beforeAll(async () => {
  api = await startTestApi(undefined);
  ({ token } = await api.createKey('sending_access'));
  resend = new Resend(token, { baseUrl: api.url });
});
beforeEach(() => api.database.emailRecord.deleteMany());
afterAll(() => api.close());

const subjects = async () => (await api.database.emailRecord.findMany({ orderBy: { id: 'asc' } })).map(({ subject }) => subject);
const ask = (body: unknown, headers: Record<string, string> = {}) =>
  api.ask('POST', '/emails/batch', { key: token, body, headers });

describe('a strict batch', () => {
  test('keeps a hundred emails, and answers their ids in order', async () => {
    const batch = Array.from({ length: 100 }, (_, n) => ({ ...MAIL, subject: `Number ${String(n).padStart(2, '0')}` }));
    const { data, error } = await resend.batch.send(batch);
    expect(error).toBeNull();
    expect(Object.keys(data ?? {})).toEqual(['data']);
    const kept = await api.database.emailRecord.findMany({ where: { id: { in: data?.data.map(({ id }) => id) ?? [] } } });
    const byId = new Map(kept.map((record) => [record.id, record.subject]));
    expect(data?.data.map(({ id }) => byId.get(id))).toEqual(batch.map(({ subject }) => subject));
  });

  test('takes times and tags', async () => {
    await resend.batch.send([
      { ...MAIL, scheduledAt: 'in 1 hour' },
      { ...MAIL, tags: [{ name: 'a', value: 'b' }] },
    ]);
    const kept = await api.database.emailRecord.findMany({ orderBy: { id: 'asc' }, include: { tags: true } });
    expect(kept).toMatchObject([
      { status: 'scheduled', tags: [] },
      { status: 'queued', tags: [{ name: 'a', value: 'b' }] },
    ]);
  });

  test('takes an email that says it has no attachments, and nulls for what was left out', async () => {
    expect((await ask([{ ...MAIL, attachments: [], html: null, headers: [] }])).status).toBe(200);
    expect(await subjects()).toEqual([MAIL.subject]);
  });

  test('with one email that is not valid keeps nothing, and says which', async () => {
    const { error } = await resend.batch.send([MAIL, { ...MAIL, to: 'nobody' }, { ...MAIL, from: 'nobody' }]);
    expect(error).toMatchObject({
      statusCode: 422,
      name: 'validation_error',
      message: expect.stringMatching(/^The email at index 1: The `to` field must be an email address/) as unknown,
    });
    expect(await subjects()).toEqual([]);
  });

  test.each<[string, unknown, number, string, RegExp]>([
    ['an object', MAIL, 422, 'validation_error', /must be an array of 1 to 100 emails/],
    ['none', [], 422, 'validation_error', /must be an array of 1 to 100 emails/],
    ['101', Array.from({ length: 101 }, () => MAIL), 422, 'validation_error', /must be an array of 1 to 100 emails/],
    ['no body', undefined, 422, 'validation_error', /must be an array of 1 to 100 emails/],
    ['something else', [MAIL, 5], 422, 'validation_error', /index 1: /],
    ['null', [null], 422, 'validation_error', /index 0: /],
    ['a missing field', [WITHOUT_TO], 422, 'missing_required_field', /index 0: Missing `to` field\.$/],
    ['a bad sender', [{ ...MAIL, from: 'x' }], 422, 'invalid_from_address', /index 0: The `from` field/],
    [
      'attachments',
      [{ ...MAIL, attachments: [{ filename: 'a', content: 'aGk=' }] }],
      422,
      'validation_error',
      /index 0: The `attachments` field is not allowed/,
    ],
    ['an unknown field', [{ ...MAIL, colour: 'red' }], 422, 'validation_error', /index 0: The `colour` field is not known/],
    ['the past', [{ ...MAIL, scheduled_at: 'yesterday' }], 422, 'validation_error', /index 0: .*was understood as/],
    ['broken JSON', '[{', 400, 'validation_error', /not valid JSON/],
  ])('%s is refused', async (_what, body, status, name, message) => {
    expect(await ask(body)).toMatchObject({ status, body: { name, message: expect.stringMatching(message) as unknown } });
    expect(await subjects()).toEqual([]);
  });

  test('a word for validation that is not known is refused', async () => {
    expect(await ask([MAIL], { 'x-batch-validation': 'lax' })).toMatchObject({
      status: 422,
      body: { name: 'invalid_parameter', message: 'The `x-batch-validation` header must be `strict` or `permissive`.' },
    });
    expect(await subjects()).toEqual([]);
  });
});

describe('a permissive batch', () => {
  test('keeps what is valid, and names the rest by index', async () => {
    const { data, error } = await resend.batch.send(
      [{ ...MAIL, to: 'nobody' }, { ...MAIL, subject: 'first' }, WITHOUT_TO as typeof MAIL, { ...MAIL, subject: 'second' }],
      { batchValidation: 'permissive' },
    );
    expect(error).toBeNull();
    expect(data).toEqual({
      data: [{ id: expect.stringMatching(ID) as unknown }, { id: expect.stringMatching(ID) as unknown }],
      errors: [
        { index: 0, message: expect.stringMatching(/^The `to` field must be an email address/) as unknown },
        { index: 2, message: 'Missing `to` field.' },
      ],
    });
    expect(await subjects()).toEqual(['first', 'second']);
  });

  test('is asked for by a header, or by a parameter', async () => {
    const askWith = (mode: string, headers = {}) =>
      api.ask('POST', `/emails/batch?validation_mode=${mode}`, { key: token, body: [MAIL, WITHOUT_TO], headers });
    expect(await askWith('permissive')).toMatchObject({ status: 200, body: { errors: [{ index: 1 }] } });
    expect(await askWith('permissive', { 'x-batch-validation': 'strict' })).toMatchObject({ status: 422 });
    expect(await askWith('lax')).toMatchObject({
      status: 422,
      body: { message: 'The `validation_mode` parameter must be `strict` or `permissive`.' },
    });
    expect(await subjects()).toEqual(['Hello']);
  });

  test('may keep all, or none', async () => {
    const permissive = { 'x-batch-validation': 'permissive' };
    expect((await ask([MAIL], permissive)).body).toEqual({ data: [{ id: expect.stringMatching(ID) as unknown }], errors: [] });
    expect(await ask([5], { ...permissive, 'idempotency-key': 'none' })).toMatchObject({
      status: 200,
      body: { data: [], errors: [{ index: 0 }] },
    });
    expect(await subjects()).toEqual(['Hello']);
    expect(await api.database.idempotencyKey.count()).toBe(0);
  });
});

describe('an idempotency key', () => {
  test('makes a batch be kept once, with the same answer', async () => {
    const headers = { 'x-batch-validation': 'permissive', 'idempotency-key': 'batch-1' };
    const batch = [MAIL, WITHOUT_TO, { ...MAIL, subject: 'second' }];
    const first = await ask(batch, headers);
    expect(first).toMatchObject({ status: 200, body: { errors: [{ index: 1 }] } });
    expect((await ask(batch, headers)).body).toEqual(first.body);
    expect(await ask([...batch].reverse(), headers)).toMatchObject({ status: 409, body: { name: 'invalid_idempotent_request' } });
    expect(await api.ask('POST', '/emails', { key: token, body: MAIL, headers: { 'idempotency-key': 'batch-1' } })).toMatchObject(
      {
        status: 409,
        body: { name: 'invalid_idempotent_request' },
      },
    );
    expect(await subjects()).toHaveLength(2);
  });
});

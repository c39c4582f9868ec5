/** Emails that are to be sent later: accepted, moved, canceled. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Resend } from 'resend';
import { beginAttempt } from '../../../test/play-attempt.ts';
import { startTestApi, type TestApi } from '../../../test/start-test-api.ts';

const MAIL = { from: 'acme@example.com', to: 'ada@example.com', subject: 'Hello', text: 'Hello.' };
const UNKNOWN = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b';
const MINUTE_MS = 60_000;

let api: TestApi;
let token: string;
let resend: Resend;

beforeAll(async () => {
  api = await startTestApi(undefined);
  ({ token } = await api.createKey());
  resend = new Resend(token, { baseUrl: api.url });
});
afterAll(() => api.close());

async function schedule(scheduledAt: string): Promise<string> {
  const { data, error } = await resend.emails.send({ ...MAIL, scheduledAt });
  if (data === null) throw new Error(error.message);
  return data.id;
}
const recordOf = (id: string) => api.database.emailRecord.findUniqueOrThrow({ where: { id } });
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS).toISOString();
const show = async (id: string) => (await api.ask('GET', `/emails/${id}`, { key: token })).body;

describe('a time that is changed', () => {
  test.each(['id', 'email_id'])('may come with the id of the email as %s, and with no other', async (field) => {
    const id = await schedule('in 1 hour');
    const change = (body: object) => api.ask('PATCH', `/emails/${id}`, { key: token, body });
    const time = inMinutes(90);
    expect(await change({ [field]: id.toUpperCase(), scheduled_at: time })).toMatchObject({ status: 200, body: { id } });
    expect((await recordOf(id)).scheduledAt).toEqual(new Date(time));
    expect(await change({ [field]: UNKNOWN, scheduled_at: inMinutes(30) })).toMatchObject({
      status: 422,
      body: { name: 'validation_error', message: `The \`${field}\` field must be the id in the path, or be left out.` },
    });
    expect(await change({ [field]: id, to: 'x@example.com', scheduled_at: time })).toMatchObject({
      status: 422,
      body: { message: 'The `to` field is not known. Leave it out; /docs lists what there is.' },
    });
    expect(await change({ [field]: id, scheduled_at: null })).toMatchObject({
      status: 422,
      body: { name: 'missing_required_field' },
    });
    expect((await recordOf(id)).scheduledAt).toEqual(new Date(time));
  });

  test('may be called scheduledAt', async () => {
    const id = await schedule('in 1 hour');
    const time = inMinutes(90);
    expect(await api.ask('PATCH', `/emails/${id}`, { key: token, body: { scheduledAt: time } })).toMatchObject({ status: 200 });
    expect((await recordOf(id)).scheduledAt).toEqual(new Date(time));
  });
});

describe('an email with a time', () => {
  test('waits for it, and shows it', async () => {
    const time = inMinutes(90);
    const id = await schedule(time);
    const shown = `${time.replace('T', ' ').replace('Z', '')}000+00`;
    expect(await show(id)).toMatchObject({
      status: 'scheduled',
      last_event: 'scheduled',
      scheduled_at: shown,
      waiting: { reason: 'scheduled', next_attempt_at: shown },
    });
    expect(await beginAttempt(api.database, id)).toBeNull();
  });

  test('in English is counted from when it was accepted', async () => {
    const { createdAt, scheduledAt } = await recordOf(await schedule('in 1 min'));
    expect(scheduledAt).toEqual(new Date(createdAt.getTime() + MINUTE_MS));
  });

  test('that has just passed goes at once', async () => {
    expect(await recordOf(await schedule('now'))).toMatchObject({ status: 'queued', scheduledAt: null });
  });

  test('gets a job only when it is so near that workers may have looked past it', async () => {
    const enqueue = jest.spyOn(api.queue, 'enqueue');
    const far = await schedule('in 30 seconds');
    const near = await schedule('in 1 second');
    const jobs = enqueue.mock.calls.flatMap(([given]) => given.map(({ emailId }) => emailId));
    enqueue.mockRestore();
    expect(jobs).not.toContain(far);
    expect(jobs).toContain(near);
  });
});

describe('rescheduling', () => {
  test('moves it, and jobs made before no longer count', async () => {
    const id = await schedule('in 1 hour');
    const time = inMinutes(120);
    expect(await resend.emails.update({ id, scheduledAt: time })).toMatchObject({ data: { object: 'email', id }, error: null });
    expect(await recordOf(id)).toMatchObject({ status: 'scheduled', scheduledAt: new Date(time), generation: 1 });
  });

  test('to now makes it due at once', async () => {
    const id = await schedule('in 1 hour');
    expect((await resend.emails.update({ id: id.toUpperCase(), scheduledAt: 'now' })).data).toEqual({ object: 'email', id });
    expect(await beginAttempt(api.database, id, 1)).toBe(1);
    expect((await resend.emails.update({ id, scheduledAt: 'in 1 hour' })).error).toMatchObject({
      statusCode: 422,
      name: 'validation_error',
      message: 'Only a scheduled email can be rescheduled. This one is being sent.',
    });
  });

  test.each<[string, unknown, number, string, RegExp]>([
    [
      'the past',
      { scheduled_at: 'yesterday' },
      422,
      'validation_error',
      /must not be in the past; `yesterday` was understood as/,
    ],
    ['31 days', { scheduled_at: 'in 31 days' }, 422, 'validation_error', /at most 30 days ahead/],
    ['no time', { scheduled_at: 'soon' }, 422, 'validation_error', /`soon` was not understood/],
    ['a number', { scheduled_at: 5 }, 422, 'validation_error', /must be a time in ISO 8601 or in English/],
    ['nothing', {}, 422, 'missing_required_field', /Missing `scheduled_at` field/],
    ['another field', { scheduled_at: 'in 1 min', subject: 'x' }, 422, 'validation_error', /`subject` field is not known/],
    ['no body', undefined, 422, 'validation_error', /must be a JSON object/],
  ])('%s is refused, and nothing moves', async (_what, body, status, name, message) => {
    const id = await schedule('in 1 hour');
    expect(await api.ask('PATCH', `/emails/${id}`, { key: token, body })).toMatchObject({
      status,
      body: { statusCode: status, name, message: expect.stringMatching(message) as unknown },
    });
    expect((await recordOf(id)).generation).toBe(0);
  });
});

describe('canceling', () => {
  test('ends it, with an empty body and the header for JSON', async () => {
    const id = await schedule('in 1 hour');
    expect(await resend.emails.cancel(id)).toMatchObject({ data: { object: 'email', id }, error: null });
    expect(await show(id)).toMatchObject({ status: 'canceled', last_event: 'canceled', waiting: null });

    expect(await resend.emails.cancel(id)).toMatchObject({
      error: { statusCode: 422, message: 'Only a scheduled email can be canceled. This one was canceled.' },
    });
  });

  test('is refused for an email that is queued', async () => {
    const { data } = await resend.emails.send(MAIL);
    expect(await resend.emails.cancel(data?.id ?? '')).toMatchObject({
      error: { statusCode: 422, name: 'validation_error', message: expect.stringMatching(/This one is queued\.$/) as unknown },
    });
  });

  test('has one winner when it races with a worker', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => schedule('in 1 hour')));
    await api.database.emailRecord.updateMany({ where: { id: { in: ids } }, data: { nextAttemptAt: new Date() } });
    await Promise.all(
      ids.map(async (emailId) => {
        const [canceled, n] = await Promise.all([resend.emails.cancel(emailId), beginAttempt(api.database, emailId)]);
        expect(canceled.error === null).toBe(n === null);
        expect((await recordOf(emailId)).status).toBe(n === null ? 'canceled' : 'sending');
      }),
    );
  });
});

test.each([
  ['PATCH', '', { scheduled_at: 'in 1 min' }],
  ['POST', '/cancel', undefined],
  ['POST', '/retry', undefined],
  ['POST', '/resolve', { outcome: 'sent' }],
  ['GET', '/attempts', undefined],
  ['GET', '/events', undefined],
  ['GET', '/wait', undefined],
])(
  '%s /emails/:id%s of an email that is not known is 404, of what is no id 422, and needs full access',
  async (method, path, body) => {
    const sending = await api.createKey('sending_access');
    expect(await api.ask(method, `/emails/${UNKNOWN}${path}`, { key: token, body })).toMatchObject({
      status: 404,
      body: { name: 'not_found', message: 'Email not found' },
    });
    expect(await api.ask(method, `/emails/x${path}`, { key: token, body })).toMatchObject({
      status: 422,
      body: { name: 'invalid_parameter' },
    });
    expect(await api.ask(method, `/emails/${UNKNOWN}${path}`, { key: sending.token, body })).toMatchObject({
      status: 401,
      body: { name: 'restricted_api_key' },
    });
  },
);

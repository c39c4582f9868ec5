/** Batches and idempotency keys with the `resend` package. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Resend } from 'resend';
import { callApi } from './testing/call-api.ts';
import { createReleases } from './testing/releases.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { fail, succeed } from './testing/succeed.ts';
import { arrivalsOf, waitForArrival } from './testing/wait-for-status.ts';

const releases = createReleases();
let stack: Stack;
let resend: Resend;

beforeAll(async () => {
  stack = await startStack(releases, {});
  await Promise.all([stack.startApi(), stack.startWorker()]);
  resend = new Resend(stack.api.key, { baseUrl: stack.api.url });
});
afterAll(releases.releaseAll);

/** An email with a unique recipient. */
const emailTo = (to: string) => ({ from: 'Acme <hello@acme.example>', to, subject: 'Hello', text: 'It works.' });
const somebody = () => `${randomUUID()}@example.com`;

/** The number of stored emails to this address. */
async function keptFor(address: string): Promise<number> {
  const { body } = await callApi(stack.api, { path: `/emails?to=${encodeURIComponent(address)}` });
  return (body as { data: unknown[] }).data.length;
}

const sendBatch = (body: unknown, headers: Record<string, string> = {}) =>
  callApi(stack.api, { method: 'POST', path: '/emails/batch', body, headers });

describe('a batch', () => {
  test('of a hundred emails arrives with tags and scheduled times', async () => {
    const emails = Array.from({ length: 100 }, (_, index) => ({
      ...emailTo(somebody()),
      subject: `Number ${String(index)}`,
      tags: [{ name: 'number', value: String(index) }],
      ...(index === 99 && { scheduledAt: 'in 1 hour' }),
    }));
    const { data }: { data: readonly { id: string }[] } = await succeed(
      resend.batch.send(emails, { batchValidation: 'permissive' }),
    );
    expect(new Set(data.map(({ id }) => id)).size).toBe(100);
    expect(await succeed(resend.emails.get(data[99]?.id ?? ''))).toMatchObject({
      subject: 'Number 99',
      last_event: 'scheduled',
      tags: [{ name: 'number', value: '99' }],
    });
    const { email, received } = await waitForArrival(stack, data[42]?.id ?? '');
    expect([email.subject, received.envelope.to]).toEqual(['Number 42', [emails[42]?.to]]);
  });

  test('is strict by default: one invalid email rejects all', async () => {
    const good = somebody();
    for (const headers of [{}, { 'x-batch-validation': 'strict' }]) {
      const { status, body } = await sendBatch([emailTo(good), emailTo('not an address')], headers);
      expect([status, body]).toMatchObject([422, { statusCode: 422, name: 'validation_error' }]);
      expect((body as { message: string }).message).toContain('index 1');
    }
    expect(await fail(resend.batch.send([emailTo(good), emailTo('not an address')]))).toMatchObject({ statusCode: 422 });
    expect(await keptFor(good)).toBe(0);
  });

  test('in permissive mode sends the valid emails and reports the invalid ones', async () => {
    const good = [somebody(), somebody()] as const;
    const { from, subject, text } = emailTo(somebody());
    const { status, body } = await sendBatch(
      [emailTo('not an address'), emailTo(good[0]), { from, subject, text }, emailTo(good[1])],
      { 'x-batch-validation': 'permissive' },
    );
    expect([status, body]).toEqual([
      200,
      {
        data: [{ id: expect.any(String) }, { id: expect.any(String) }],
        errors: [
          { index: 0, message: expect.stringContaining('to') },
          { index: 2, message: 'Missing `to` field.' },
        ],
      },
    ]);
    const { data } = body as { data: { id: string }[] };
    for (const [index, { id }] of data.entries()) {
      expect((await waitForArrival(stack, id)).received.envelope.to).toEqual([good[index]]);
    }
  });

  test('in permissive mode has an empty list of errors when all emails are valid', async () => {
    const answer = await succeed(resend.batch.send([emailTo(somebody())], { batchValidation: 'permissive' }));
    expect(answer).toEqual({ data: [{ id: expect.any(String) }], errors: [] });
  });

  test.each([
    { what: 'an object', body: emailTo('ada@example.com') },
    { what: 'an empty array', body: [] },
    { what: '101 emails', body: Array.from({ length: 101 }, () => emailTo('ada@example.com')) },
  ])('is not $what', async ({ body }) => {
    expect(await sendBatch(body)).toMatchObject({ status: 422, body: { statusCode: 422, name: 'validation_error' } });
  });

  test('with an unknown validation mode is rejected', async () => {
    const answer = await sendBatch([emailTo('ada@example.com')], { 'x-batch-validation': 'lenient' });
    expect(answer).toMatchObject({ status: 422, body: { statusCode: 422, name: 'invalid_parameter' } });
  });
});

describe('an idempotency key', () => {
  test('repeats the first response for the same request, and sends once', async () => {
    const [to, idempotencyKey] = [somebody(), `order/${randomUUID()}`];
    const first = await succeed(resend.emails.send(emailTo(to), { idempotencyKey }));
    const second = await succeed(resend.emails.send(emailTo(to), { idempotencyKey }));
    expect(second).toEqual(first);
    const { email } = await waitForArrival(stack, first.id);
    expect(await succeed(resend.emails.send(emailTo(to), { idempotencyKey }))).toEqual(first);
    expect(arrivalsOf(stack, email)).toHaveLength(1);
    expect(await keptFor(to)).toBe(1);
  });

  test('matches the same request in the format of another SDK', async () => {
    const [to, idempotencyKey] = [somebody(), randomUUID()];
    const first = await succeed(resend.emails.send(emailTo(to), { idempotencyKey }));
    const { subject, text, from } = emailTo(to);
    const again = await callApi(stack.api, {
      method: 'POST',
      path: '/emails',
      body: { text, subject, to, from },
      headers: { 'idempotency-key': idempotencyKey },
    });
    expect([again.status, again.body]).toEqual([200, first]);
  });

  test('is rejected for a different request', async () => {
    const [to, idempotencyKey] = [somebody(), randomUUID()];
    await succeed(resend.emails.send(emailTo(to), { idempotencyKey }));
    const other = { ...emailTo(to), subject: 'Something else' };
    expect(await fail(resend.emails.send(other, { idempotencyKey }))).toMatchObject({
      statusCode: 409,
      name: 'invalid_idempotent_request',
    });
    expect(await fail(resend.batch.send([emailTo(to)], { idempotencyKey }))).toMatchObject({
      statusCode: 409,
      name: 'invalid_idempotent_request',
    });
    expect(await keptFor(to)).toBe(1);
  });

  test('works for batches', async () => {
    const [to, idempotencyKey] = [somebody(), randomUUID()];
    const options = { idempotencyKey, batchValidation: 'permissive' } as const;
    const first = await succeed(resend.batch.send([emailTo(to), emailTo('bad')], options));
    expect(await succeed(resend.batch.send([emailTo(to), emailTo('bad')], options))).toEqual(first);
    expect(await keptFor(to)).toBe(1);
    expect(await fail(resend.batch.send([emailTo(to)], options))).toMatchObject({
      statusCode: 409,
      name: 'invalid_idempotent_request',
    });
  });

  test('applies to its API key only', async () => {
    const [to, idempotencyKey] = [somebody(), randomUUID()];
    const { token } = await succeed(resend.apiKeys.create({ name: 'Another' }));
    const another = new Resend(token, { baseUrl: stack.api.url });
    const first = await succeed(resend.emails.send(emailTo(to), { idempotencyKey }));
    const second = await succeed(another.emails.send(emailTo(to), { idempotencyKey }));
    expect(second.id).not.toBe(first.id);
  });

  test('can be reused after a rejected request', async () => {
    const [to, idempotencyKey] = [somebody(), randomUUID()];
    expect(await fail(resend.emails.send(emailTo('bad'), { idempotencyKey }))).toMatchObject({ statusCode: 422 });
    await succeed(resend.emails.send(emailTo(to), { idempotencyKey }));
  });

  test('of ten concurrent requests creates one email', async () => {
    const [to, idempotencyKey] = [somebody(), randomUUID()];
    const answers = await Promise.all(Array.from({ length: 10 }, () => resend.emails.send(emailTo(to), { idempotencyKey })));
    const ids = new Set(answers.flatMap(({ data }) => (data === null ? [] : [data.id])));
    expect(ids.size).toBe(1);
    for (const { error } of answers) {
      if (error !== null) expect(error).toMatchObject({ statusCode: 409, name: 'concurrent_idempotent_requests' });
    }
    expect(await keptFor(to)).toBe(1);
  });

  test.each([{ length: 256 }, { length: 257 }])('of $length characters is accepted only up to 256', async ({ length }) => {
    const call = resend.emails.send(emailTo(somebody()), { idempotencyKey: randomUUID().padEnd(length, 'x') });
    if (length <= 256) await succeed(call);
    else expect(await fail(call)).toMatchObject({ statusCode: 400, name: 'invalid_idempotency_key' });
  });
});

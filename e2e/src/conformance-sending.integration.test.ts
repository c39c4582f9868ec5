/** Sending with the `resend` package: every field of an email arrives. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { queueEngines } from '@sendoff/testkit';
import PostalMime from 'postal-mime';
import { Resend, type CreateEmailOptions } from 'resend';
import { readEmail } from './testing/api-client.ts';
import { callApi } from './testing/call-api.ts';
import { expectIntact } from './testing/expect-intact.ts';
import { createReleases } from './testing/releases.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { succeed } from './testing/succeed.ts';
import { waitForArrival } from './testing/wait-for-status.ts';

const BASE = { from: 'Acme <hello@acme.example>', to: 'ada@example.com', subject: 'Hello' };

describe.each(queueEngines())('with the queue on $name', ({ redisUrl }) => {
  const releases = createReleases();
  let stack: Stack;
  let resend: Resend;

  beforeAll(async () => {
    stack = await startStack(releases, { redisUrl });
    await Promise.all([stack.startApi(), stack.startWorker()]);
    resend = new Resend(stack.api.key, { baseUrl: stack.api.url });
  });
  afterAll(releases.releaseAll);

  /** Sends with the package and returns the received message. */
  const sendAndReceive = async (options: CreateEmailOptions) =>
    waitForArrival(stack, (await succeed(resend.emails.send(options))).id);

  test('every field arrives unchanged', async () => {
    const message = {
      from: '"Acme, Ltd" <hello@acme.example>',
      to: ['Ada <ada@example.com>', 'bob@example.com'],
      cc: ['Carol <carol@example.com>', 'dave@example.com'],
      bcc: ['eve@example.com'],
      subject: 'Grüße aus Zürich 🚲',
      html: '<p>It <b>works</b>: äöü</p>',
      text: 'It works: äöü',
      headers: { 'X-Order': '4711', 'X-Campaign': 'spring sale' },
      tags: [
        { name: 'category', value: 'welcome' },
        { name: 'tenant_id', value: 'A-1' },
      ],
    };
    const { email, received } = await sendAndReceive({ ...message, replyTo: ['Help <help@acme.example>', 'desk@acme.example'] });
    await expectIntact({ ...message, reply_to: ['Help <help@acme.example>', 'desk@acme.example'] }, email, received);
    expect(received.raw.includes('tenant_id')).toBe(false);
    expect(await succeed(resend.emails.get(email.id))).toMatchObject({
      object: 'email',
      id: email.id,
      message_id: expect.stringMatching(/^<.+@.+>$/),
      from: message.from,
      to: message.to,
      cc: message.cc,
      bcc: message.bcc,
      reply_to: ['Help <help@acme.example>', 'desk@acme.example'],
      subject: message.subject,
      html: message.html,
      text: message.text,
      tags: message.tags,
      scheduled_at: null,
      last_event: 'sent',
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00$/),
    });
  });

  test('every address field accepts a single string', async () => {
    const message = { ...BASE, cc: 'carol@example.com', bcc: 'eve@example.com', text: 'It works.' };
    const { email, received } = await sendAndReceive({ ...message, replyTo: 'help@acme.example' });
    await expectIntact({ ...message, reply_to: 'help@acme.example' }, email, received);
    expect(email).toMatchObject({
      to: ['ada@example.com'],
      cc: ['carol@example.com'],
      bcc: ['eve@example.com'],
      reply_to: ['help@acme.example'],
    });
  });

  test('a plain text is generated for an email with html only', async () => {
    const html = '<h1>Welcome</h1><p>Confirm <a href="https://acme.example/confirm">here</a>.</p>';
    const { email, received } = await sendAndReceive({ ...BASE, html });
    await expectIntact({ ...BASE, html }, email, received);
    const { text } = await PostalMime.parse(received.raw);
    expect(text).toContain('Confirm');
    expect(text).toContain('https://acme.example/confirm');
    expect(text).not.toContain('<');
    expect(email.text).toContain('https://acme.example/confirm');
  });

  test('an empty text prevents the generated text', async () => {
    const { email, received } = await sendAndReceive({ ...BASE, html: '<p>Only html</p>', text: '' });
    expect(received.raw.toString('latin1')).not.toMatch(/text\/plain|multipart\/alternative/i);
    expect((await PostalMime.parse(received.raw)).html).toContain('<p>Only html</p>');
    expect(email).toMatchObject({ html: '<p>Only html</p>', text: null });
  });

  test('an email with text only gets no html', async () => {
    const { email, received } = await sendAndReceive({ ...BASE, text: 'Only text' });
    await expectIntact({ ...BASE, text: 'Only text' }, email, received);
    expect(received.raw.toString('latin1')).not.toMatch(/text\/html/i);
    expect(email).toMatchObject({ html: null, text: 'Only text' });
  });

  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
  test.each([
    { form: 'in ISO 8601', scheduledAt: () => inSeconds(3) },
    { form: 'in English', scheduledAt: () => 'in 3 seconds' },
  ])('a time $form is kept to', async ({ scheduledAt }) => {
    const before = Date.now();
    const { id } = await succeed(resend.emails.send({ ...BASE, text: 'Later', scheduledAt: scheduledAt() }));
    const waiting = await succeed(resend.emails.get(id));
    expect(waiting).toMatchObject({ last_event: 'scheduled', scheduled_at: expect.any(String) });
    const due = Date.parse(String(waiting.scheduled_at));
    expect(Math.abs(due - before - 3000)).toBeLessThan(1500);

    const { received, email } = await waitForArrival(stack, id);
    expect(received.at).toBeGreaterThanOrEqual(due);
    expect(email).toMatchObject({ last_event: 'sent', attempts: 1 });
  });

  test('a scheduled time one second in the past is sent immediately', async () => {
    const { id } = await succeed(resend.emails.send({ ...BASE, text: 'Now', scheduledAt: inSeconds(-1) }));
    expect((await waitForArrival(stack, id)).email.last_event).toBe('sent');
  });

  test('every email of a batch arrives unchanged', async () => {
    const messages = [
      { ...BASE, subject: 'First', html: '<p>First</p>', tags: [{ name: 'n', value: '1' }] },
      { ...BASE, subject: 'Second', text: 'Second', to: ['bob@example.com', 'carol@example.com'] },
    ];
    const { status, body } = await callApi(stack.api, { method: 'POST', path: '/emails/batch', body: messages });
    expect(status).toBe(200);
    const { data } = body as { data: { id: string }[] };
    expect(body).toEqual({ data: [{ id: expect.any(String) }, { id: expect.any(String) }] });
    for (const [index, { id }] of data.entries()) {
      const { email, received } = await waitForArrival(stack, id);
      await expectIntact(messages[index] ?? BASE, email, received);
    }
    expect((await readEmail(stack.api, data[0]?.id ?? '')).tags).toEqual([{ name: 'n', value: '1' }]);
  });
});

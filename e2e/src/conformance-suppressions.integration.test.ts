/** The suppression list with the `resend` package, and its effect on sending. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Resend } from 'resend';
import { createReleases } from './testing/releases.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { fail, succeed } from './testing/succeed.ts';
import { waitUntil } from './testing/wait-until.ts';

const releases = createReleases();
let stack: Stack;
let resend: Resend;

beforeAll(async () => {
  stack = await startStack(releases, {
    script: { rcpt: ({ to }) => (to === 'gone@example.com' ? { code: 550, message: '5.1.1 No such user' } : undefined) },
  });
  await Promise.all([stack.startApi(), stack.startWorker()]);
  resend = new Resend(stack.api.key, { baseUrl: stack.api.url });
});
afterAll(releases.releaseAll);

const send = async (...to: string[]): Promise<string> => {
  const { id } = await succeed(resend.emails.send({ from: 'Acme <hello@acme.example>', to, subject: 'Hi', text: 'Hi' }));
  return id;
};
const becomes = (id: string, event: string) =>
  waitUntil(`${id} being ${event}`, 30_000, async () => (await succeed(resend.emails.get(id))).last_event === event);

describe('a suppression', () => {
  test('is added, read by id and by address, listed by origin, and removed', async () => {
    const { id, object } = await succeed(resend.suppressions.add({ email: 'Ada@example.com' }));
    expect(object).toBe('suppression');
    const one = await succeed(resend.suppressions.get(id));
    expect(one).toEqual({
      object: 'suppression',
      id,
      email: 'ada@example.com',
      origin: 'manual',
      source_id: null,
      created_at: expect.any(String),
    });
    expect(await succeed(resend.suppressions.get('ada@example.com'))).toEqual(one);
    const { object: _, ...item } = one;
    expect(await succeed(resend.suppressions.list({ origin: 'manual', limit: 1 }))).toEqual({
      object: 'list',
      has_more: false,
      data: [item],
    });
    expect(await succeed(resend.suppressions.remove('ada@example.com'))).toEqual({ object: 'suppression', id, deleted: true });
    expect(await fail(resend.suppressions.get(id))).toMatchObject({ statusCode: 404, name: 'not_found' });
  });

  test('can be added and removed in batches', async () => {
    const { data } = await succeed(
      resend.suppressions.batch.add({ emails: ['a@example.com', 'b@example.com', 'c@example.com'] }),
    );
    expect(data).toHaveLength(3);
    const byEmail = await succeed(resend.suppressions.batch.remove({ emails: ['a@example.com'] }));
    expect(byEmail.data).toEqual([{ object: 'suppression', id: data[0]?.id, deleted: true }]);
    const byId = await succeed(resend.suppressions.batch.remove({ ids: data.map(({ id }) => id) }));
    expect(byId.data.map(({ id }) => id)).toEqual(data.slice(1).map(({ id }) => id));
  });

  test('is created by a bounce and prevents further emails until it is removed', async () => {
    const first = await send('gone@example.com');
    await becomes(first, 'bounced');
    expect(await succeed(resend.suppressions.get('gone@example.com'))).toMatchObject({ origin: 'bounce', source_id: first });
    await becomes(await send('gone@example.com'), 'suppressed');
    await succeed(resend.suppressions.remove('gone@example.com'));
    await becomes(await send('gone@example.com'), 'bounced');
  });

  test('excludes its own address only', async () => {
    await succeed(resend.suppressions.add({ email: 'bob@example.com' }));
    await becomes(await send('ann@example.com', 'bob@example.com'), 'sent');
    expect(stack.relay.received.at(-1)?.envelope.to).toEqual(['ann@example.com']);
  });
});

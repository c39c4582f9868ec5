/** Attachments with the `resend` package, in every form that clients send. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import PostalMime from 'postal-mime';
import { Resend } from 'resend';
import { callApi } from './testing/call-api.ts';
import { expectIntact } from './testing/expect-intact.ts';
import type { Message, MessageFile } from './testing/read-messages.ts';
import { createReleases } from './testing/releases.ts';
import { serveFiles } from './testing/serve-files.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { succeed } from './testing/succeed.ts';
import { arrivalsOf, waitForArrival, waitForStatus } from './testing/wait-for-status.ts';

/** Every byte value, several times, to detect code that treats bytes as text. */
const BYTES = Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 7) % 256));
const BASE = {
  from: 'Acme <hello@acme.example>',
  to: 'ada@example.com',
  subject: 'Files',
  html: '<p>See <img src="cid:logo"></p>',
};

const releases = createReleases();
let stack: Stack;
let resend: Resend;
let files: string;
let tries = 0;

beforeAll(async () => {
  files = await serveFiles(releases, {
    '/report.bin': (_request, response) => response.writeHead(200, { 'content-type': 'application/x-report' }).end(BYTES),
    '/moved': (_request, response) => response.writeHead(302, { location: '/report.bin' }).end(),
    '/unsteady.bin': (_request, response) => {
      tries += 1;
      if (tries < 3) response.writeHead(503).end('Not now.');
      else response.writeHead(200).end(BYTES);
    },
  });
  stack = await startStack(releases, { settings: { ALLOW_PRIVATE_ADDRESSES: 'true' } });
  await Promise.all([stack.startApi(), stack.startWorker()]);
  resend = new Resend(stack.api.key, { baseUrl: stack.api.url });
});
afterAll(releases.releaseAll);

/** Fails unless the email arrives with exactly these attachments. */
async function expectArrival(id: string, attachments: readonly MessageFile[]): Promise<void> {
  const { email, received } = await waitForArrival(stack, id);
  await expectIntact({ ...BASE, attachments } satisfies Message, email, received);
}

async function submitByFetch(attachments: readonly unknown[]): Promise<string> {
  const { status, body } = await callApi(stack.api, { method: 'POST', path: '/emails', body: { ...BASE, attachments } });
  expect([status, body]).toEqual([200, { id: expect.any(String) }]);
  return (body as { id: string }).id;
}

describe('attachments in the request', () => {
  test.each([
    { form: 'base64', content: BYTES.toString('base64') },
    { form: 'a Buffer', content: BYTES },
    { form: 'a Uint8Array', content: new Uint8Array(BYTES) },
  ])('as $form by the package', async ({ content }) => {
    const attachments = [{ filename: 'data.bin', content, contentType: 'application/x-data' }];
    const { id } = await succeed(resend.emails.send({ ...BASE, attachments }));
    await expectArrival(id, [{ filename: 'data.bin', content: BYTES, content_type: 'application/x-data' }]);
  });

  test.each([
    { form: 'an array of integers', content: [...BYTES] },
    { form: 'a Buffer as JSON', content: BYTES.toJSON() },
  ])('as $form by fetch', async ({ content }) => {
    const id = await submitByFetch([{ filename: 'data.bin', content }]);
    await expectArrival(id, [{ filename: 'data.bin', content: BYTES }]);
  });

  test('an empty attachment arrives', async () => {
    const id = await submitByFetch([{ filename: 'nothing.txt', content: [] }]);
    await expectArrival(id, [{ filename: 'nothing.txt', content: Buffer.alloc(0) }]);
  });

  test('an inline attachment and an ordinary one arrive', async () => {
    const attachments = [
      { filename: 'logo.png', content: BYTES, contentType: 'image/png', contentId: 'logo' },
      { filename: 'Rechnung für März.pdf', content: BYTES.subarray(0, 100) },
    ];
    const { id } = await succeed(resend.emails.send({ ...BASE, attachments }));
    await expectArrival(id, [
      { filename: 'logo.png', content: BYTES, content_type: 'image/png', content_id: 'logo' },
      { filename: 'Rechnung für März.pdf', content: BYTES.subarray(0, 100), content_type: 'application/pdf' },
    ]);
  });
});

describe('attachments by URL', () => {
  test('are fetched with the content type of their server', async () => {
    const { id } = await succeed(
      resend.emails.send({ ...BASE, attachments: [{ filename: 'named.bin', path: `${files}/report.bin` }] }),
    );
    await expectArrival(id, [{ filename: 'named.bin', content: BYTES, content_type: 'application/x-report' }]);
  });

  test('are named after the URL by default, and can be inline', async () => {
    const { id } = await succeed(
      resend.emails.send({ ...BASE, attachments: [{ path: `${files}/report.bin`, contentId: 'logo' }] }),
    );
    await expectArrival(id, [{ filename: 'report.bin', content: BYTES, content_id: 'logo' }]);
  });

  test('are fetched through a redirect', async () => {
    const { id } = await succeed(resend.emails.send({ ...BASE, attachments: [{ filename: 'r.bin', path: `${files}/moved` }] }));
    await expectArrival(id, [{ filename: 'r.bin', content: BYTES }]);
  });

  test('are fetched again after a server error', async () => {
    const { id } = await succeed(
      resend.emails.send({ ...BASE, attachments: [{ filename: 'u.bin', path: `${files}/unsteady.bin` }] }),
    );
    await expectArrival(id, [{ filename: 'u.bin', content: BYTES }]);
    expect(tries).toBe(3);
  });

  test('that do not exist make the email fail without sending it', async () => {
    const { id } = await succeed(
      resend.emails.send({ ...BASE, attachments: [{ filename: 'x.bin', path: `${files}/missing.bin` }] }),
    );
    const email = await waitForStatus(stack, id, 'failed');
    expect(email.last_event).toBe('failed');
    expect(arrivalsOf(stack, email)).toEqual([]);
  });
});

describe('invalid attachments', () => {
  test.each([
    { what: 'no base64', attachment: { filename: 'a.txt', content: '%%%' } },
    { what: 'integers that are no bytes', attachment: { filename: 'a.txt', content: [1, 256] } },
    { what: 'content and path at once', attachment: { filename: 'a.txt', content: 'YQ==', path: 'https://example.com/a' } },
    { what: 'neither content nor path', attachment: { filename: 'a.txt' } },
    { what: 'a path that is no URL of the web', attachment: { filename: 'a.txt', path: 'file:///etc/passwd' } },
    { what: 'a content_id of 128 characters', attachment: { filename: 'a.txt', content: 'YQ==', content_id: 'x'.repeat(128) } },
  ])('$what is 422 invalid_attachment', async ({ attachment }) => {
    const { status, body } = await callApi(stack.api, {
      method: 'POST',
      path: '/emails',
      body: { ...BASE, attachments: [attachment] },
    });
    expect([status, body]).toEqual([422, { statusCode: 422, name: 'invalid_attachment', message: expect.any(String) }]);
  });

  test('include any attachment in a batch', async () => {
    const { status, body } = await callApi(stack.api, {
      method: 'POST',
      path: '/emails/batch',
      body: [{ ...BASE, attachments: [{ filename: 'a.txt', content: 'YQ==' }] }],
    });
    expect([status, body]).toMatchObject([422, { statusCode: 422, name: 'validation_error' }]);
  });

  test('do not include an empty list, which means no attachments', async () => {
    const { id } = await succeed(resend.emails.send({ ...BASE, attachments: [] }));
    const { received } = await waitForArrival(stack, id);
    expect((await PostalMime.parse(received.raw)).attachments).toEqual([]);
  });
});

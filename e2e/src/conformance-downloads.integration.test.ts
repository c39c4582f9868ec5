/** Reading attachments with the `resend` package, and downloading them by their links. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Resend } from 'resend';
import { createReleases } from './testing/releases.ts';
import { serveFiles } from './testing/serve-files.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { fail, succeed } from './testing/succeed.ts';
import { waitForStatus } from './testing/wait-for-status.ts';

/** Every byte value, several times, to detect code that treats bytes as text. */
const BYTES = Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 7) % 256));
const BASE = { from: 'Acme <hello@acme.example>', to: 'ada@example.com', subject: 'Files', html: '<p>See</p>' };

const releases = createReleases();
let stack: Stack;
let resend: Resend;
let files: string;

beforeAll(async () => {
  files = await serveFiles(releases, {
    '/report.bin': (_request, response) => response.writeHead(200, { 'content-type': 'application/x-report' }).end(BYTES),
  });
  stack = await startStack(releases, { settings: { ALLOW_PRIVATE_ADDRESSES: 'true' } });
  await Promise.all([stack.startApi(), stack.startWorker()]);
  resend = new Resend(stack.api.key, { baseUrl: stack.api.url });
});
afterAll(releases.releaseAll);

describe('attachments of an email', () => {
  test('are listed with links to their content', async () => {
    const attachments = [
      { filename: 'ünïcode data.bin', content: BYTES, contentType: 'application/x-data' },
      { filename: 'logo.png', content: BYTES.subarray(0, 10), contentType: 'image/png', contentId: 'logo' },
      { filename: 'fetched.bin', path: `${files}/report.bin` },
    ];
    const { id: emailId } = await succeed(resend.emails.send({ ...BASE, attachments }));
    await waitForStatus(stack, emailId, 'sent');

    const list = await succeed(resend.emails.attachments.list({ emailId }));
    expect(list).toMatchObject({ object: 'list', has_more: false });
    const shared = {
      id: expect.any(String),
      download_url: expect.stringContaining(stack.api.url),
      expires_at: expect.stringMatching(/T.*Z$/),
      available: true,
    };
    expect(list.data).toEqual([
      {
        ...shared,
        filename: 'ünïcode data.bin',
        size: 3000,
        content_type: 'application/x-data',
        content_disposition: 'attachment',
      },
      {
        ...shared,
        filename: 'logo.png',
        size: 10,
        content_type: 'image/png',
        content_disposition: 'inline',
        content_id: 'logo',
      },
      {
        ...shared,
        filename: 'fetched.bin',
        size: 3000,
        content_type: 'application/x-report',
        content_disposition: 'attachment',
      },
    ]);

    for (const [index, expected] of [BYTES, BYTES.subarray(0, 10), BYTES].entries()) {
      const listed = list.data[index];
      const one = await succeed(resend.emails.attachments.get({ emailId, id: listed?.id ?? '' }));
      expect(one).toMatchObject({ object: 'attachment', id: listed?.id, filename: listed?.filename, size: expected.length });
      expect(Date.parse(one.expires_at)).toBeGreaterThan(Date.now());
      // No API key: the link itself authorizes the download.
      for (const url of [listed?.download_url ?? '', one.download_url]) {
        const response = await fetch(url);
        expect(response.status).toBe(200);
        expect(response.headers.get('content-type')).toBe(one.content_type);
        expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
        expect(digest(await response.arrayBuffer())).toBe(digest(expected));
      }
    }
  });

  test('are paged by limit, after and before', async () => {
    const attachments = ['a', 'b', 'c'].map((name) => ({ filename: `${name}.txt`, content: Buffer.from(name) }));
    const { id: emailId } = await succeed(resend.emails.send({ ...BASE, attachments }));
    const names = (page: { data: { filename?: string }[] }) => page.data.map(({ filename }) => filename);
    const first = await succeed(resend.emails.attachments.list({ emailId, limit: 2 }));
    expect([first.has_more, names(first)]).toEqual([true, ['a.txt', 'b.txt']]);
    const second = await succeed(resend.emails.attachments.list({ emailId, after: first.data[1]?.id ?? '' }));
    expect([second.has_more, names(second)]).toEqual([false, ['c.txt']]);
    const back = await succeed(resend.emails.attachments.list({ emailId, before: second.data[0]?.id ?? '' }));
    expect(names(back)).toEqual(['a.txt', 'b.txt']);
  });

  test('have links that are rejected when modified', async () => {
    const { id: emailId } = await succeed(resend.emails.send({ ...BASE, attachments: [{ filename: 'a.txt', content: BYTES }] }));
    const { data } = await succeed(resend.emails.attachments.list({ emailId }));
    const url = new URL(data[0]?.download_url ?? '');
    url.searchParams.set('expires', String(Number(url.searchParams.get('expires')) + 1));
    const response = await fetch(url);
    expect([response.status, await response.json()]).toEqual([
      403,
      { statusCode: 403, name: 'invalid_permission', message: expect.any(String) },
    ]);
  });

  test('return 404 for an unknown email or attachment', async () => {
    const { id: emailId } = await succeed(resend.emails.send({ ...BASE }));
    const unknown = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b';
    expect(await succeed(resend.emails.attachments.list({ emailId }))).toEqual({ object: 'list', has_more: false, data: [] });
    const notFound = { statusCode: 404, name: 'not_found' };
    expect(await fail(resend.emails.attachments.list({ emailId: unknown }))).toMatchObject(notFound);
    expect(await fail(resend.emails.attachments.get({ emailId, id: unknown }))).toMatchObject(notFound);
  });
});

const digest = (bytes: ArrayBuffer | Buffer): string =>
  createHash('sha256')
    .update(Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes))
    .digest('hex');

/** The files of an email, and the links to their bytes, on a real database. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acceptSubmissions, keepFetchedAttachment, newId } from '@sendoff/db';
import { sampleSubmission } from '@sendoff/db/testing';
import { Resend } from 'resend';
import { startTestApi, type TestApi } from './start-test-api.ts';

const BYTES = new Uint8Array(Array.from({ length: 1000 }, (_, n) => (n * 7) % 256));
const HTML = new Uint8Array(Buffer.from('<script>alert(1)</script>'));
const file = (filename: string, contentType: string | null, bytes = BYTES, contentId: string | null = null) => ({
  filename,
  contentType,
  contentId,
  bytes,
  url: null,
});

let api: TestApi;
let key: string;
let resend: Resend;
const emailId = newId();

beforeAll(async () => {
  api = await startTestApi(undefined, { publicUrl: 'https://mail.example.com/' });
  ({ token: key } = await api.createKey());
  resend = new Resend(key, { baseUrl: api.url });
  const attachments = [
    file('invoice.pdf', 'application/pdf'),
    file('page.html', 'text/html', HTML),
    file('Größe "1".bin', null),
    file('logo.png', 'image/png', BYTES, 'logo'),
    { filename: 'later.pdf', contentType: null, contentId: null, bytes: null, url: 'https://example.com/later.pdf' },
  ];
  await acceptSubmissions(api.database, [sampleSubmission({ id: emailId, attachments })]);
});
afterAll(() => api.close());

async function list() {
  const { data, error } = await resend.emails.attachments.list({ emailId });
  if (data === null) throw new Error(error.message);
  return data;
}

/** Links lead to the public address, which is not this machine's. */
const download = (url: string): Promise<Response> => fetch(url.replace('https://mail.example.com', api.url));

async function linkOf(filename: string): Promise<string> {
  const url = (await list()).data.find((one) => one.filename === filename)?.download_url;
  if (typeof url !== 'string') throw new Error(`no link to ${filename}`);
  return url;
}

async function expectRefused(url: string, status: number, name: string) {
  const response = await download(url);
  expect(await response.json()).toEqual({ statusCode: status, name, message: expect.any(String) });
  expect(response.status).toBe(status);
}

describe('the files of an email', () => {
  test('are listed in its order, each with what it is and a link', async () => {
    const { object, has_more: hasMore, data } = await list();
    expect({ object, hasMore }).toEqual({ object: 'list', hasMore: false });
    expect(data.map(({ filename }) => filename)).toEqual(['invoice.pdf', 'page.html', 'Größe "1".bin', 'logo.png', 'later.pdf']);
    expect(data[0]).toEqual({
      id: expect.any(String),
      filename: 'invoice.pdf',
      size: 1000,
      content_type: 'application/pdf',
      content_disposition: 'attachment',
      download_url: expect.stringMatching(/^https:\/\/mail\.example\.com\/attachments\//),
      expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      available: true,
    });
    expect(data[2]).toMatchObject({ content_type: 'application/octet-stream' });
    expect(data[3]).toMatchObject({ content_disposition: 'inline', content_id: 'logo' });
    expect(data[4]).toMatchObject({ size: 0, content_type: 'application/pdf', available: false });
    await expectRefused(data[4]?.download_url ?? '', 404, 'not_found');
  });

  test('are read one by one', async () => {
    const [first] = (await list()).data;
    const { data } = await resend.emails.attachments.get({ emailId, id: first?.id ?? '' });
    expect(data).toMatchObject({ object: 'attachment', id: first?.id, filename: 'invoice.pdf', size: 1000 });
  });

  test('are paged when that is asked for', async () => {
    const { data } = await list();
    const ids = data.map(({ id }) => id);
    const page = async (options: object) => {
      const answer = await resend.emails.attachments.list({ emailId, ...options });
      return [answer.data?.has_more, answer.data?.data.map(({ id }) => id)];
    };
    expect(await page({ limit: 2 })).toEqual([true, ids.slice(0, 2)]);
    expect(await page({ limit: 2, after: ids[2] })).toEqual([false, ids.slice(3)]);
    expect(await page({ limit: 2, before: ids[3] })).toEqual([true, ids.slice(1, 3)]);
  });

  test.each([
    [`/emails/${newId()}/attachments`, 404, 'not_found'],
    ['/emails/x/attachments', 422, 'invalid_parameter'],
    [`/emails/${newId()}/attachments/${newId()}`, 404, 'not_found'],
    [`/emails/${emailId}/attachments/${newId()}`, 404, 'not_found'],
    [`/emails/${emailId}/attachments/x`, 422, 'invalid_parameter'],
    [`/emails/${emailId}/attachments?limit=0`, 422, 'invalid_parameter'],
  ])('%s is %i %s', async (path, status, name) => {
    expect(await api.ask('GET', path, { key })).toMatchObject({ status, body: { name } });
  });
});

describe('a link', () => {
  test.each([
    ['signature', 'x'.repeat(43)],
    ['expires', '99999999999'],
    ['email', newId()],
  ])('with another %s is refused', async (parameter, value) => {
    const url = new URL(await linkOf('invoice.pdf'));
    url.searchParams.set(parameter, value);
    await expectRefused(url.href, 403, 'invalid_permission');
  });

  test('to another file is refused', async () => {
    const url = new URL(await linkOf('invoice.pdf'));
    const [, other] = (await list()).data;
    url.pathname = `/attachments/${other?.id ?? ''}/download`;
    await expectRefused(url.href, 403, 'invalid_permission');
  });

  test('without its query is explained', async () => {
    await expectRefused((await linkOf('invoice.pdf')).replace(/\?.*/, ''), 422, 'invalid_parameter');
  });

  test('gives the bytes without a key, to be saved and not to be shown', async () => {
    const response = await download(await linkOf('invoice.pdf'));
    expect(response.status).toBe(200);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(BYTES);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '1000',
      'content-disposition': 'attachment; filename="invoice.pdf"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    });
  });

  test('to a page that would run scripts gives it in a sandbox', async () => {
    const response = await download(await linkOf('page.html'));
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(response.headers.get('content-security-policy')).toMatch(/^sandbox/);
  });

  test('carries a name that is not ASCII', async () => {
    const response = await download(await linkOf('Größe "1".bin'));
    expect(response.headers.get('content-disposition')).toMatch(/filename\*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22\.bin$/);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
  });

  test('works for a file that was fetched, with a type that no header can carry', async () => {
    const later = (await list()).data.find(({ filename }) => filename === 'later.pdf');
    await keepFetchedAttachment(api.database, later?.id ?? '', { bytes: BYTES, contentType: 'text/plain; x="é\u0001"' });
    const response = await download(await linkOf('later.pdf'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
  });

  test('as many as a page with a hundred images asks for at once are all served', async () => {
    const url = await linkOf('logo.png');
    const answers = await Promise.all(Array.from({ length: 100 }, () => download(url)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    for (const answer of answers) expect(new Uint8Array(await answer.arrayBuffer())).toEqual(BYTES);
  });

  test('leads nowhere once the content has expired', async () => {
    const url = await linkOf('logo.png');
    await api.database.attachment.updateMany({ where: { emailId }, data: { sha256: null } });
    await expectRefused(url, 404, 'not_found');
    expect((await list()).data[0]).toMatchObject({ size: 1000, available: false });
  });
});

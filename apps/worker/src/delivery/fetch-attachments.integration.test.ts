import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createLogger } from '@sendoff/config';
import { acceptSubmissions, beginAttempts, type Database, type SubmittedAttachment } from '@sendoff/db';
import { openMigratedDatabase, sampleSubmission } from '@sendoff/db/testing';
import { openFetcher } from '@sendoff/fetch';
import { fetchAttachments, type CompleteDelivery } from './fetch-attachments.ts';
import { loadAttachments, type LoadedDelivery } from './load-attachments.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
const releasers: (() => Promise<unknown>)[] = [];
let database: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await openMigratedDatabase({ maxConnections: 3 }));
});
afterEach(async () => {
  for (const release of releasers.splice(0).reverse()) await release();
});
afterAll(() => close());

/** A server that notes which paths it was asked for. */
async function serve(answer: RequestListener) {
  const asked: (string | undefined)[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    asked.push(request.url);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  releasers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, asked };
}

const byUrl = (url: string, contentType: string | null = null): SubmittedAttachment => ({
  filename: 'file.bin',
  contentType,
  contentId: null,
  url,
  bytes: null,
});
const withBytes = (text: string): SubmittedAttachment => ({
  filename: 'note.txt',
  contentType: 'text/plain',
  contentId: null,
  url: null,
  bytes: new Uint8Array(Buffer.from(text)),
});

/** The email as a worker takes it. */
async function accepted(...attachments: SubmittedAttachment[]): Promise<LoadedDelivery> {
  const submission = sampleSubmission({ attachments });
  await acceptSubmissions(database, [submission]);
  return reloaded(submission.id);
}

/** The email as a worker takes it for its next attempt. */
async function reloaded(id: string): Promise<LoadedDelivery> {
  await database.emailRecord.update({ where: { id }, data: { status: 'queued', nextAttemptAt: new Date(0) } });
  const [email] = await beginAttempts(database, [{ emailId: id, generation: 0 }], { worker: 'w', leaseMs: 60_000 });
  if (email == null) throw new Error('the email is gone');
  return loadAttachments(database, email);
}

function fetchFor(email: LoadedDelivery, allowPrivateAddresses = true) {
  const fetcher = openFetcher({ allowPrivateAddresses, logger });
  releasers.push(fetcher.close);
  return fetchAttachments({ database, fetcher, logger, retries: { tries: 3, delaysMs: [1] } }, email);
}

const texts = (email: CompleteDelivery): string[] =>
  email.attachments.map(({ content }) => Buffer.from(content.bytes).toString());

/** The email with its bytes; fails the test when it has none. */
async function complete(email: LoadedDelivery): Promise<CompleteDelivery> {
  const result = await fetchFor(email);
  if (result.kind !== 'complete') throw new Error(result.message);
  return result.email;
}

const UNAVAILABLE = { kind: 'unsendable', reason: 'attachment_unavailable' };

describe('an attachment that cannot be had makes the email unsendable', () => {
  test('when it is not there, and the message holds no secret of the URL', async () => {
    const server = await serve((_request, response) => response.writeHead(404).end());
    const email = await accepted(withBytes('note'), byUrl(`${server.url}/report?token=hunter2`));
    const result = await fetchFor(email);
    const host = server.url.slice('http://'.length);
    expect(result).toEqual({ ...UNAVAILABLE, message: `Attachment 2 could not be fetched. ${host} answered with status 404.` });
    expect(server.asked).toHaveLength(1);
  });

  test('when the server fails three times', async () => {
    const server = await serve((_request, response) => response.writeHead(500).end());
    expect(await fetchFor(await accepted(byUrl(server.url)))).toMatchObject(UNAVAILABLE);
    expect(server.asked).toHaveLength(3);
  });

  test('when it is at a private address', async () => {
    const server = await serve((_request, response) => response.end('secret'));
    expect(await fetchFor(await accepted(byUrl(server.url)), false)).toMatchObject(UNAVAILABLE);
    expect(server.asked).toHaveLength(0);
  });

  test('and what was fetched before it is not fetched again when the email is retried', async () => {
    let broken = true;
    const server = await serve((request, response) => {
      if (request.url === '/b' && broken) response.writeHead(404);
      response.end(request.url);
    });
    const email = await accepted(byUrl(`${server.url}/a`), byUrl(`${server.url}/b`));
    expect(await fetchFor(email)).toMatchObject(UNAVAILABLE);
    broken = false;
    expect(texts(await complete(await reloaded(email.id)))).toEqual(['/a', '/b']);
    expect(server.asked).toEqual(['/a', '/b', '/b']);
  });
});

describe('the limit of 40 MB as base64', () => {
  /** Octets that are 40 MB when they are base64. */
  const RAW_LIMIT = (40 * 1024 * 1024 * 3) / 4;
  const TOO_LARGE = 'Attachment 2 brings the attachments over 40 MB together, counted as base64.';

  /** As if the first file had come with so many octets; they need not be stored for that. */
  function withFirstOf(octets: number, email: LoadedDelivery): LoadedDelivery {
    const content = { sha256: new Uint8Array(32), bytes: new Uint8Array(octets) };
    return {
      ...email,
      attachments: email.attachments.map((attachment, n) => (n === 0 ? { ...attachment, content } : attachment)),
    };
  }

  test.each([
    [6, 'abcdef', true],
    [6, 'abcdefg', false],
    // Base64 comes in groups of three octets, so two of these eight are of no use.
    [8, 'abcdef', true],
    [8, 'abcdefg', false],
    [0, 'a', false],
    [0, '', true],
  ])('what came with the request counts: with %i octets left, %p fits: %p', async (left, body, fits) => {
    const server = await serve((_request, response) => response.end(body));
    const email = withFirstOf(RAW_LIMIT - left, await accepted(withBytes('note'), byUrl(server.url)));
    const result = await fetchFor(email);
    expect(result).toMatchObject(fits ? { kind: 'complete' } : { ...UNAVAILABLE, message: TOO_LARGE });
  });

  test('what was fetched before counts', async () => {
    const server = await serve((_request, response) => response.end('abcdef'));
    const email = await accepted(withBytes('note'), byUrl(server.url), byUrl(server.url));
    expect(await fetchFor(withFirstOf(RAW_LIMIT - 12, email))).toMatchObject({ kind: 'complete' });
    expect(await fetchFor(withFirstOf(RAW_LIMIT - 9, email))).toMatchObject({
      ...UNAVAILABLE,
      message: TOO_LARGE.replace('2', '3'),
    });
  });
});

describe('attachments by URL', () => {
  test('are fetched in their places among those that came with the request', async () => {
    const server = await serve((request, response) => response.setHeader('content-type', 'text/csv').end(request.url));
    const email = await accepted(byUrl(`${server.url}/a`), withBytes('note'), byUrl(`${server.url}/b`, 'application/pdf'));
    const done = await complete(email);
    expect(texts(done)).toEqual(['/a', 'note', '/b']);
    expect(done.attachments.map(({ contentType }) => contentType)).toEqual(['text/csv', 'text/plain', 'application/pdf']);
    expect(email.attachments[0]?.content).toBeNull();
  });

  test('are kept: a later attempt sends the same bytes and asks for none', async () => {
    let answers = 0;
    const server = await serve((_request, response) => {
      answers += 1;
      response.setHeader('content-type', 'text/csv').end(`answer ${String(answers)}`);
    });
    const email = await accepted(byUrl(server.url));
    const first = await complete(email);
    const later = await complete(await reloaded(email.id));
    expect(texts(later)).toEqual(['answer 1']);
    const { filename, contentType } = first.attachments[0] ?? {};
    expect(later.attachments[0]).toMatchObject({ filename, contentType });
    expect(answers).toBe(1);
  });

  test('are got though the server fails twice', async () => {
    let failures = 0;
    const server = await serve((_request, response) => {
      failures += 1;
      response.writeHead(failures < 3 ? 503 : 200).end('at last');
    });
    expect(texts(await complete(await accepted(byUrl(server.url))))).toEqual(['at last']);
  });
});

test('an email without files by URL is left as it is', async () => {
  const email = await accepted(withBytes('note'));
  expect(await fetchFor(email)).toEqual({ kind: 'complete', email });
});

test('a file that came with the request and is gone cannot be sent', async () => {
  const email = await accepted(withBytes('note'));
  const without = { ...email, attachments: email.attachments.map((attachment) => ({ ...attachment, content: null })) };
  expect(await fetchFor(without)).toMatchObject({ kind: 'unsendable', reason: 'content_expired' });
});

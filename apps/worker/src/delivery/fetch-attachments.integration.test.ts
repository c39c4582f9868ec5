import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openFairBudget, openFairLimiter, createLogger } from '@sendoff/runtime';
import {
  acceptSubmissions,
  beginOrSetAside,
  readAttachmentBytes,
  type Database,
  type SetAside,
  type SubmittedAttachment,
} from '@sendoff/db';
import { openMigratedDatabase, sampleSubmission } from '@sendoff/db/testing';
import { openFetcher } from '@sendoff/safe-fetch';
import { fetchAttachments, type FetchingParts } from './fetch-attachments.ts';

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

/** A server that records the requested paths. */
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

/** The email, set aside for fetching. */
async function accepted(...attachments: SubmittedAttachment[]): Promise<SetAside> {
  const submission = sampleSubmission({ attachments });
  await acceptSubmissions(database, [submission]);
  return reloaded(submission.id);
}

/** The email, set aside again. */
async function reloaded(id: string): Promise<SetAside> {
  const { generation } = await database.emailRecord.update({
    where: { id },
    data: { status: 'queued', nextAttemptAt: new Date(0) },
  });
  const terms = { worker: 'w', leaseMs: 60_000, maxBytes: 1, simulated: '^$', setAsideMs: 60_000 };
  const [email] = await beginOrSetAside(database, [{ emailId: id, generation }], terms);
  if (email == null || !('kind' in email)) throw new Error('the email was not set aside');
  return email;
}

function fetchFor(email: SetAside, parts: Partial<FetchingParts & { allowPrivateAddresses: boolean; signal: AbortSignal }> = {}) {
  const { allowPrivateAddresses = true, signal = new AbortController().signal, ...others } = parts;
  const fetcher = openFetcher({ allowPrivateAddresses, logger });
  releasers.push(fetcher.close);
  const room = openFairBudget(100_000);
  const hosts = openFairLimiter({ resource: 'test', total: 2 });
  const retries = { tries: 3, delaysMs: [1] };
  return fetchAttachments({ database, fetcher, room, hosts, logger, retries, ...others }, email, signal);
}

const filesOf = (id: string) => database.attachment.findMany({ where: { emailId: id }, orderBy: { position: 'asc' } });

async function textsOf(id: string): Promise<string[]> {
  const read = async (sha256: Uint8Array | null): Promise<string> => {
    const bytes = sha256 === null ? null : await readAttachmentBytes(database, Buffer.from(sha256).toString('hex'));
    return Buffer.from(bytes ?? []).toString();
  };
  return Promise.all((await filesOf(id)).map(({ sha256 }) => read(sha256)));
}

/** Fetches the attachments and returns their texts. */
async function complete(email: SetAside): Promise<string[]> {
  expect(await fetchFor(email)).toEqual({ kind: 'complete' });
  return textsOf(email.emailId);
}

const UNAVAILABLE = { kind: 'local_failure', isPermanent: true, reason: 'attachment_unavailable' };

describe('an unavailable attachment fails the email', () => {
  test('when the server answers 404, without URL secrets in the message', async () => {
    const server = await serve((_request, response) => response.writeHead(404).end());
    const email = await accepted(withBytes('note'), byUrl(`${server.url}/report?token=hunter2`));
    const result = await fetchFor(email);
    const host = server.url.slice('http://'.length);
    expect(result).toEqual({ ...UNAVAILABLE, message: `Attachment 2 could not be fetched. ${host} answered with status 404.` });
    expect(server.asked).toHaveLength(1);
  });

  test('when the server answers 500 three times', async () => {
    const server = await serve((_request, response) => response.writeHead(500).end());
    expect(await fetchFor(await accepted(byUrl(server.url)))).toMatchObject(UNAVAILABLE);
    expect(server.asked).toHaveLength(3);
  });

  test('when it is at a private address', async () => {
    const server = await serve((_request, response) => response.end('secret'));
    expect(await fetchFor(await accepted(byUrl(server.url)), { allowPrivateAddresses: false })).toMatchObject(UNAVAILABLE);
    expect(server.asked).toHaveLength(0);
  });

  test('and attachments fetched before it are not fetched again on a retry', async () => {
    let broken = true;
    const server = await serve((request, response) => {
      if (request.url === '/b' && broken) response.writeHead(404);
      response.end(request.url);
    });
    const email = await accepted(byUrl(`${server.url}/a`), byUrl(`${server.url}/b`));
    expect(await fetchFor(email)).toMatchObject(UNAVAILABLE);
    broken = false;
    expect(await complete(await reloaded(email.emailId))).toEqual(['/a', '/b']);
    expect(server.asked).toEqual(['/a', '/b', '/b']);
  });
});

describe('the limit of 40 MB in base64', () => {
  /** Bytes that become 40 MB in base64. */
  const RAW_LIMIT = (40 * 1024 * 1024 * 3) / 4;
  const TOO_LARGE = 'Attachment 2 brings the attachments over 40 MB together, counted as base64.';

  /** Pretends that the first file has `size` bytes, without storing them. */
  const withFirstOf = (size: number, email: SetAside): SetAside => ({
    ...email,
    attachments: email.attachments.map((attachment, n) => (n === 0 ? { ...attachment, size } : attachment)),
  });

  test.each([
    [6, 'abcdef', true],
    [6, 'abcdefg', false],
    // Base64 encodes groups of three bytes, so two of these eight cannot be used.
    [8, 'abcdef', true],
    [8, 'abcdefg', false],
    [0, 'a', false],
    [0, '', true],
  ])('attachments sent with the request count: with %i bytes left, %p fits: %p', async (left, body, fits) => {
    const server = await serve((_request, response) => response.end(body));
    const email = withFirstOf(RAW_LIMIT - left, await accepted(withBytes('note'), byUrl(server.url)));
    const result = await fetchFor(email);
    expect(result).toMatchObject(fits ? { kind: 'complete' } : { ...UNAVAILABLE, message: TOO_LARGE });
  });

  test('attachments fetched before count', async () => {
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
  test('keep their position among those sent with the request', async () => {
    const server = await serve((request, response) => response.setHeader('content-type', 'text/csv').end(request.url));
    const email = await accepted(byUrl(`${server.url}/a`), withBytes('note'), byUrl(`${server.url}/b`, 'application/pdf'));
    expect(await complete(email)).toEqual(['/a', 'note', '/b']);
    const types = (await filesOf(email.emailId)).map(({ contentType }) => contentType);
    expect(types).toEqual(['text/csv', 'text/plain', 'application/pdf']);
  });

  test('are not replaced by a concurrent fetch that ends later', async () => {
    let answers = 0;
    const server = await serve((_request, response) => void response.end(`answer ${String((answers += 1))}`));
    const email = await accepted(byUrl(server.url));
    expect(await complete(email)).toEqual(['answer 1']);
    expect(await complete(email)).toEqual(['answer 1']);
    expect(answers).toBe(2);
  });

  test('are fetched when the server fails twice and then succeeds', async () => {
    let failures = 0;
    const server = await serve((_request, response) => {
      failures += 1;
      response.writeHead(failures < 3 ? 503 : 200).end('at last');
    });
    expect(await complete(await accepted(byUrl(server.url)))).toEqual(['at last']);
  });

  test('end as no_room and release their bytes when the byte budget is exhausted', async () => {
    const server = await serve((_request, response) => response.end('x'.repeat(1000)));
    const room = openFairBudget(1200);
    const email = await accepted(byUrl(server.url));
    expect(await fetchFor(email, { room })).toEqual({ kind: 'no_room' });
    expect(room.free()).toBe(1200);
    expect(await complete(email)).toHaveLength(1);
  });

  test('end as interrupted when the worker stops', async () => {
    const stop = new AbortController();
    const server = await serve((_request, response) => {
      response.write('drip');
      stop.abort();
    });
    const email = await accepted(byUrl(server.url));
    expect(await fetchFor(email, { signal: stop.signal })).toEqual({ kind: 'interrupted' });
  });
});

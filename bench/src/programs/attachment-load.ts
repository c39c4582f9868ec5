/** A program: sends emails with a large attachment each, all at once, and again while they are refused for now. */
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'undici';
import { smallEmail } from '../emails/small-email.ts';
import { serveCommands } from '../processes/serve-commands.ts';

/** How the bytes are written: as most clients do, or as those of Go and Rust that send arrays of integers. */
export type AttachmentForm = 'base64' | 'integers';

/** What is to be sent. */
export interface AttachmentOrder {
  readonly origin: string;
  readonly key: string;
  readonly count: number;
  /** Of one attachment, before it is encoded. */
  readonly octets: number;
  readonly form: AttachmentForm;
}

/** What came of it. */
export interface AttachmentResult {
  /** Answers to the first request of each email, by status. */
  readonly first: Readonly<Record<string, number>>;
  /** Requests until all were accepted. */
  readonly requests: number;
  readonly seconds: number;
  /** Of the largest body. */
  readonly bodyOctets: number;
}

/** Bytes at the beginning by which one file differs from another; a multiple of three, so that base64 can be cut here. */
const OWN_OCTETS = 3072;
const DEFAULT_PAUSE_S = 1;
const RETRY_LIMIT_MS = 120_000;

serveCommands({
  send: async ({ origin, key, count, octets, form }: AttachmentOrder): Promise<AttachmentResult> => {
    // Shared by all of them: the client is not to need the memory that it is to take from the server.
    const rest = encode(bytes(octets - OWN_OCTETS, 1), form);
    const first: Record<string, number> = {};
    let requests = 0;
    let largest = 0;
    const began = performance.now();
    const sendOne = async (n: number): Promise<void> => {
      const client = new Client(origin, { headersTimeout: RETRY_LIMIT_MS, bodyTimeout: RETRY_LIMIT_MS });
      const parts = bodyOf(n, rest, form);
      const bodyOctets = parts.reduce((sum, part) => sum + part.length, 0);
      largest = Math.max(largest, bodyOctets);
      for (let attempt = 1; ; attempt += 1) {
        requests += 1;
        const { status, retryAfter } = await post(client, key, parts, bodyOctets);
        if (attempt === 1) first[status] = (first[status] ?? 0) + 1;
        if (status === 200) break;
        if (status !== 503) throw new Error(`An email was answered with ${String(status)}`);
        if (performance.now() - began > RETRY_LIMIT_MS) throw new Error('The emails were refused for too long');
        await sleep(retryAfter * 1000);
      }
      await client.close();
    };
    await Promise.all(Array.from({ length: count }, (_, n) => sendOne(n)));
    return { first, requests, seconds: (performance.now() - began) / 1000, bodyOctets: largest };
  },
});

/** JSON in pieces, of which only the small ones are an email's own. */
function bodyOf(n: number, rest: Buffer, form: AttachmentForm): Buffer[] {
  const [before = '', after = ''] = JSON.stringify({
    ...smallEmail(n),
    attachments: [{ filename: 'file.bin', content: '$' }],
  }).split('"$"');
  const own = encode(bytes(OWN_OCTETS, n + 2), form);
  return form === 'base64'
    ? [Buffer.from(`${before}"`), own, rest, Buffer.from(`"${after}`)]
    : [Buffer.from(`${before}[`), own, Buffer.from(','), rest, Buffer.from(`]${after}`)];
}

const encode = (content: Buffer, form: AttachmentForm): Buffer =>
  Buffer.from(form === 'base64' ? content.toString('base64') : content.join(','));

/** Bytes that do not repeat soon and are the same for the same seed. */
function bytes(octets: number, seed: number): Buffer {
  const content = Buffer.alloc(octets);
  let state = seed * 2_654_435_761;
  for (let index = 0; index < octets; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    content[index] = state >>> 24;
  }
  return content;
}

async function post(client: Client, key: string, parts: readonly Buffer[], octets: number) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'content-length': String(octets) };
  try {
    const {
      statusCode,
      headers: answered,
      body,
    } = await client.request({
      method: 'POST',
      path: '/emails',
      headers,
      body: Readable.from(stream(parts), { objectMode: false }),
    });
    await body.dump();
    return { status: statusCode, retryAfter: Number(answered['retry-after'] ?? DEFAULT_PAUSE_S) };
  } catch (error) {
    // Refused before the body was read: the answer may be lost with the connection that is then closed.
    if (isCutOff(error)) return { status: 503, retryAfter: DEFAULT_PAUSE_S };
    throw error;
  }
}

async function* stream(parts: readonly Buffer[]): AsyncGenerator<Buffer> {
  for (const part of parts) {
    for (let at = 0; at < part.length; at += CHUNK) yield await Promise.resolve(part.subarray(at, at + CHUNK));
  }
}

const CHUNK = 256 * 1024;

const isCutOff = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EPIPE', 'ECONNRESET', 'UND_ERR_SOCKET'].includes(String(error.code));

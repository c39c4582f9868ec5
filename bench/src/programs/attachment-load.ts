/** A program that sends emails with a large attachment each, all at once, and repeats those answered with 503. */
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'undici';
import { smallEmail } from '../emails/small-email.ts';
import { serveCommands } from '../processes/serve-commands.ts';

/** The encoding of an attachment: base64, or an array of integers as some Go and Rust clients send. */
export type AttachmentForm = 'base64' | 'integers';

export interface AttachmentOrder {
  readonly origin: string;
  readonly key: string;
  readonly count: number;
  /** The size of one attachment before encoding. */
  readonly octets: number;
  readonly form: AttachmentForm;
}

export interface AttachmentResult {
  /** Responses to the first request of each email, by status. */
  readonly first: Readonly<Record<string, number>>;
  /** Requests until all emails were accepted. */
  readonly requests: number;
  readonly seconds: number;
  /** The size of the largest body. */
  readonly bodyOctets: number;
}

/** Bytes at the beginning that are unique to a file; a multiple of three, so that base64 can be split here. */
const OWN_OCTETS = 3072;
const DEFAULT_PAUSE_S = 1;
const RETRY_LIMIT_MS = 120_000;

serveCommands({
  send: async ({ origin, key, count, octets, form }: AttachmentOrder): Promise<AttachmentResult> => {
    // Shared by all emails, so that the client does not use up the memory that the server needs.
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
        if (performance.now() - began > RETRY_LIMIT_MS) throw new Error('The emails were answered with 503 for too long');
        await sleep(retryAfter * 1000);
      }
      await client.close();
    };
    await Promise.all(Array.from({ length: count }, (_, n) => sendOne(n)));
    return { first, requests, seconds: (performance.now() - began) / 1000, bodyOctets: largest };
  },
});

/** The parts of the JSON body; only the small ones are specific to the email. */
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

/** Pseudo-random bytes, the same for the same seed. */
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
    // The API rejects a request before reading its body and then closes the connection, so the response may be lost.
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

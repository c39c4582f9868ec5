/**
 * Released clients of the Resend API: their recorded requests, the parts of responses that they read, and the mail that arrives.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findFreePorts } from '../testing/ports.ts';
import { createReleases } from '../testing/releases.ts';
import { startSeverableProxy } from '../testing/severable-proxy.ts';
import { startProgram } from '../testing/start-program.ts';
import { startStack, type Stack } from '../testing/start-stack.ts';
import { waitForReady } from '../testing/wait-for-ready.ts';
import { waitForArrival } from '../testing/wait-for-status.ts';
import { expectAnswer } from './expect-answer.ts';
import { expectMessage } from './expect-message.ts';
import { createValues, remember, type Values } from './placeholders.ts';
import { readClients, type Client, type RecordedRequest, type Step } from './recordings.ts';
import { replayRequest, type ReplayedAnswer } from './replay-request.ts';

const CLIENTS = readClients();
const UNKNOWN_KEY = 're_so_unknown_00000000000000000000000000000000';
const UNKNOWN_ID = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b';
/** Requests with a wrong key after which the API responds with 429. */
const MANY_TRIES = 50;
const POSTGRES_PORT = 5432;

const releases = createReleases();
let stack: Stack;

beforeAll(async () => {
  // Each client has its own address by `X-Forwarded-For`, since wrong keys are counted per address.
  stack = await startStack(releases, { settings: { TRUST_PROXY: '127.0.0.1' } });
  await Promise.all([stack.startApi(), stack.startWorker()]);
});
afterAll(releases.releaseAll);

const replay = (request: RecordedRequest, values: Values): Promise<ReplayedAnswer> =>
  replayRequest(stack.api.url, request, values);

describe.each(CLIENTS.map((client) => ({ title: `${client.name} ${client.version} (${client.language})`, client })))(
  '$title',
  ({ client }) => {
    test.each(client.recordings)('$behaviour', async ({ steps }) => {
      const values = createValues(stack.api.key);
      for (const step of steps) await replayStep(step, values);
    });

    test('gets errors that it can read: 422 for an invalid address, 404 for an unknown email', async () => {
      const request = sendingOf(client);
      const values = createValues(stack.api.key);
      expectError(client, await replay(addressNobody(request), values), 422);
      for (const reading of readingsOf(client)) {
        expectError(client, await replay(reading, new Map([...values, ['email', UNKNOWN_ID]])), 404);
      }
      if (client.keyPrefix !== undefined) expect(stack.api.key.slice(0, client.keyPrefix.length)).toBe(client.keyPrefix);
    });

    test('gets 401 for a wrong key, and 429 with Retry-After after many', async () => {
      const request = sendingOf(client);
      const values = createValues(UNKNOWN_KEY);
      const strange = addHeader(request, 'X-Forwarded-For', `192.0.2.${String(CLIENTS.indexOf(client) + 1)}`);
      let answer = await replay(strange, values);
      expectError(client, answer, 401);
      for (let tries = 1; tries < MANY_TRIES && answer.status === 401; tries += 1) answer = await replay(strange, values);
      expectError(client, answer, 429);
      expect(answer.headers['retry-after']).toMatch(/^\d+$/);
    });
  },
);

describe('a 503 response while the database is unavailable', () => {
  let url: string;

  beforeAll(async () => {
    const database = new URL(stack.databaseUrl);
    const proxy = await startSeverableProxy(releases, { host: database.hostname, port: Number(database.port || POSTGRES_PORT) });
    database.host = `127.0.0.1:${String(proxy.port)}`;
    const { PORT } = await findFreePorts('PORT');
    url = `http://127.0.0.1:${String(PORT)}`;
    const api = startProgram(releases, 'api', { ...stack.variables, DATABASE_URL: database.href, PORT: String(PORT) });
    await waitForReady(api, url);
    proxy.sever();
  });

  test.each(CLIENTS)('is an error to $name ($language)', async (client) => {
    const answer = await replayRequest(url, sendingOf(client), createValues(stack.api.key));
    expectError(client, answer, 503);
  });
});

async function replayStep({ request, answer: expected, remember: places = {}, arrives }: Step, values: Values): Promise<void> {
  const answer = await replay(request, values);
  expectAnswer(answer, expected, values);
  remember(places, answer.body, values);

  // A repeat with the same idempotency key gets the same response and sends no second message.
  if (hasIdempotencyKey(request)) expect(await replay(request, values)).toMatchObject({ status: 200, body: answer.body });

  const ids = idsOf(answer);
  for (const [index, message] of (arrives ?? []).entries()) {
    const { received } = await waitForArrival(stack, ids[index] ?? 'missing in the answer');
    await expectMessage(received, message);
  }
}

/** The ids in the response to an email or a batch. */
function idsOf({ body }: ReplayedAnswer): string[] {
  const { id, data } = body as { id?: string; data?: readonly { readonly id: string }[] };
  return id === undefined ? (data ?? []).map((each) => each.id) : [id];
}

/** Fails unless the response tells the client what went wrong. */
function expectError({ errors: { names } }: Client, answer: ReplayedAnswer, status: number): void {
  expect(answer).toMatchObject({
    status,
    headers: { 'content-type': expect.stringContaining('application/json') },
    body: { statusCode: status, name: expect.any(String), message: expect.any(String) },
  });
  if (names !== undefined) expect(names).toContain((answer.body as { name: string }).name);
}

/** A request of the client that sends one email, or a batch if it supports nothing else. */
function sendingOf({ name, recordings }: Client): RecordedRequest {
  const sending = recordings
    .flatMap(({ steps }) => steps)
    .filter(({ arrives }) => arrives !== undefined)
    .map(({ request }) => request);
  const found = sending.find(({ path }) => !path.startsWith('/emails/batch')) ?? sending[0];
  if (found === undefined) throw new Error(`No recording of ${name} sends email`);
  return found;
}

/** The requests of the client that read one email. */
const readingsOf = ({ recordings }: Client): RecordedRequest[] =>
  recordings
    .flatMap(({ steps }) => steps.map(({ request }) => request))
    .filter(({ method, path }) => method === 'GET' && path === '/emails/{{email}}');

/** The same email to an invalid address. */
const addressNobody = ({ body = '', ...request }: RecordedRequest): RecordedRequest => ({
  ...withoutIdempotencyKey(request),
  body: body.replace('ada@example.com', 'ada@'),
});

const addHeader = (request: RecordedRequest, name: string, value: string): RecordedRequest => ({
  ...request,
  headers: [...request.headers, [name, value]],
});

const isIdempotencyKey = ([name]: readonly [string, string]): boolean => name.toLowerCase() === 'idempotency-key';
const hasIdempotencyKey = ({ headers }: RecordedRequest): boolean => headers.some(isIdempotencyKey);
const withoutIdempotencyKey = (request: RecordedRequest): RecordedRequest => ({
  ...request,
  headers: request.headers.filter((header) => !isIdempotencyKey(header)),
});

/** Thousands of odd requests to every endpoint: none may crash or hang it, or leave anything behind that was not accepted. */
import { Agent, request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { acceptSubmissions, addSuppressions, createWebhook, newId, UNSERVED_EVENT_TYPES, WEBHOOK_EVENT_TYPES } from '@sendoff/db';
import { sampleSubmission } from '@sendoff/db/testing';
import { parseMailbox } from '@sendoff/mail/message';
import fc from 'fast-check';
import { STATUSES } from '../src/routes/emails/email-schema.ts';
import { openContract, type Contract, type Exchange } from './contract.ts';
import { fuzzRequests, type FuzzRequest } from './fuzz-requests.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 2000);
/** Milliseconds after which a request hangs. */
const TIMEOUT_MS = 5000;

let api: TestApi;
let contract: Contract;
/** Never asked for: a key that is deleted ends the fuzz with 401. */
let ownKeys: string[];
let tokens: Record<string, string | undefined>;
const agent = new Agent({ keepAlive: true });
/** What there is to ask for, and may be there at the end. */
const ids: string[] = [];

beforeAll(async () => {
  api = await startTestApi(undefined, { wrongKeyLimit: { count: 1_000_000, periodMs: 1000 } });
  contract = openContract(api.document);
  const [full, sending, acted] = await Promise.all([
    api.createKey(),
    api.createKey('sending_access'),
    api.createKey('full_access', 'test'),
  ]);
  ownKeys = [full, sending, acted].map(({ id }) => id);
  tokens = { full: full.token, sending: sending.token, test: acted.token, wrong: 'wrong' };
  await seed();
});
afterAll(async () => {
  agent.destroy();
  await api.close();
});

/** Emails in every state, with files, suppressions, and webhooks. */
async function seed(): Promise<void> {
  const bytes = new Uint8Array(Buffer.from('Hello'));
  const attachments = [{ filename: 'Größe.txt', contentType: 'text/plain', contentId: null, bytes, url: null }];
  const emails = STATUSES.map(() => sampleSubmission({ attachments }));
  await acceptSubmissions(api.database, emails);
  for (const [n, status] of STATUSES.entries()) {
    await api.database.emailRecord.update({ where: { id: emails[n]?.id ?? '' }, data: { status } });
  }
  const suppressed = await addSuppressions(
    api.database,
    Array.from({ length: 5 }, (_, n) => ({ email: `user${String(n)}@example.com`, origin: 'manual' })),
  );
  const files = await api.database.attachment.findMany();
  const webhooks = await seedWebhooks();
  ids.push(...[...emails, ...files, ...suppressed, ...webhooks].map(({ id }) => id));
}

/** Endpoints with events in every state. */
async function seedWebhooks(): Promise<{ readonly id: string }[]> {
  const endpoint = () => createWebhook(api.database, { url: 'https://hooks.example.com/', events: ['email.scheduled'] });
  const endpoints = [await endpoint(), await endpoint()];
  const events = (['pending', 'attempting', 'delivered', 'failed'] as const).flatMap((status) =>
    endpoints.map(({ id: endpointId }) => ({
      id: newId(),
      endpointId,
      status,
      type: 'email.sent',
      payload: '{"type":"email.sent"}',
    })),
  );
  await api.database.webhookDelivery.createMany({ data: events });
  await api.database.webhookAttempt.createMany({
    data: events.map(({ id }) => ({ deliveryId: id, n: 1, id: newId(), worker: 'w' })),
  });
  return [...endpoints, ...events];
}

const fill = (text: string): string => text.replaceAll(/\{\{(\d+)\}\}/g, (_, n: string) => ids[Number(n) % ids.length] ?? '');

async function send({ method, path, headers, body }: FuzzRequest, token: string | undefined): Promise<Exchange> {
  const url = fill(path);
  const payload = body === undefined ? undefined : Buffer.from(fill(body));
  const sent = request(`${api.url}/`, {
    agent,
    method,
    path: url,
    headers: {
      ...headers,
      // Node.js announces no length with DELETE by itself.
      ...(payload !== undefined && { 'content-length': payload.length }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => sent.once('response', resolve).once('error', reject));
  sent.end(payload);
  const response = await answered;
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { method, url, status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) };
}

/** Every id that an answer speaks of may be there from now on. */
function noteIds({ status, body }: Exchange): void {
  if (status >= 300) return;
  const found = body.toString().matchAll(/"id":"([0-9a-f-]{36})"/g);
  for (const [, id = ''] of found) if (!ids.includes(id) && !ownKeys.includes(id)) ids.push(id);
}

test(
  `${String(REQUESTS)} odd requests: no 500, nothing that hangs, nothing undocumented, nothing stored that was not accepted`,
  async () => {
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(fuzzRequests(api.document), async ({ credential, ...sent }) => {
        const exchange = await send(sent, tokens[credential]);
        statuses.set(exchange.status, (statuses.get(exchange.status) ?? 0) + 1);
        noteIds(exchange);
        const answer = exchange.body.toString().slice(0, 500);
        expect({ crashed: exchange.status >= 500, answer }).toEqual({ crashed: false, answer });
        expect(contract.check(exchange)).toEqual([]);
      }),
      { numRuns: REQUESTS, interruptAfterTimeLimit: 3_600_000 },
    );
    // It has reached what it was meant to reach.
    for (const status of [200, 201, 400, 401, 404, 415, 422])
      expect({ status, seen: statuses.has(status) }).toEqual({ status, seen: true });
    expect(statuses.get(401)).toBeLessThan(REQUESTS / 4);
    await expectNothingElse();
  },
  60_000 + REQUESTS * 50,
);

async function expectNothingElse(): Promise<void> {
  const emails = await api.database.emailRecord.findMany({ include: { recipients: true, attachments: true, tags: true } });
  expect(emails.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
  const known = new Set([...ownKeys, ...ids]);
  expect((await api.database.apiKey.findMany()).map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);

  for (const { id, url, events } of await api.database.webhookEndpoint.findMany({ where: { deletedAt: null } })) {
    expect({ id, known: known.has(id) }).toEqual({ id, known: true });
    expect(new URL(url).protocol).toMatch(/^https?:$/);
    expect([...WEBHOOK_EVENT_TYPES, ...UNSERVED_EVENT_TYPES]).toEqual(expect.arrayContaining(events));
  }
  for (const { email } of await api.database.suppression.findMany())
    expect(parseMailbox(email).address.toLowerCase()).toBe(email);
  for (const email of emails) {
    parseMailbox(email.from);
    expect(email.recipients.length).toBeGreaterThan(0);
    for (const { address } of email.recipients) expect(parseMailbox(address).address).toBe(address);
    const lines = [
      email.subject,
      ...email.tags.flatMap(({ name, value }) => [name, value]),
      ...email.attachments.map(({ filename }) => filename),
    ];
    for (const line of lines) expect(line).not.toMatch(/[\0\r\n]/);
    if (email.scheduledAt !== null) expect(email.scheduledAt.getTime() - Date.now()).toBeLessThan(31 * 86_400_000);
  }
}

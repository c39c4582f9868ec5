/** Clients that hold a connection and bring, or take, nothing. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { sharedResources, milestones, type RefusalMilestone } from '@sendoff/runtime';
import { sampleSubmission } from '@sendoff/db/testing';
import { acceptSubmissions } from '@sendoff/db';
import { afterEach, expect, test } from '@jest/globals';
import type { AppConfig } from '../src/app.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';

let api: TestApi | undefined;
const causes: string[] = [];
const onRefused = ({ cause }: RefusalMilestone): void => void causes.push(cause);

async function start(config: Partial<AppConfig>): Promise<TestApi> {
  milestones.refused.subscribe(onRefused);
  api = await startTestApi(undefined, config);
  return api;
}
afterEach(async () => {
  milestones.refused.unsubscribe(onRefused);
  causes.length = 0;
  await api?.close();
  api = undefined;
});

/**
 * A connection that says so much, and never ends by itself. `said` is all that was answered, once the server holds the connection
 * no more: a server that has only ended its half would go on taking what is written.
 */
async function open(url: string, words: string): Promise<{ readonly socket: Socket; readonly said: Promise<string> }> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  let said = '';
  socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
  socket.on('error', () => undefined);
  socket.once('end', () => {
    const writing = setInterval(() => socket.write('\n'), 20);
    socket.once('close', () => clearInterval(writing));
  });
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(said)));
  await once(socket, 'connect');
  socket.write(words);
  return { socket, said: closed };
}

const post = (path: string, length: number, headers = ''): string =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${String(length)}\r\n${headers}\r\n`;

test('a small body that does not come whole in time gets 408, and the connection ends although the client holds it', async () => {
  const { url, createKey } = await start({ bodyLimits: { smallBodyTimeoutMs: 50 } });
  const { token } = await createKey();
  const { said } = await open(url, `${post('/emails', 100, `authorization: Bearer ${token}\r\n`)}{`);
  expect(await said).toMatch(/^HTTP\/1\.1 408 .*"The request body arrived too slowly/s);
  expect(causes).toEqual(['body_too_slow']);
});

test('the same holds where nobody is signed in yet', async () => {
  const { url } = await start({ bodyLimits: { smallBodyTimeoutMs: 50 } });
  const { said } = await open(
    url,
    `${post('/dashboard/api/session', 100, `origin: ${url}\r\nhost: ${new URL(url).host}\r\n`).replace('host: x\r\n', '')}{`,
  );
  expect(await said).toMatch(/^HTTP\/1\.1 408 /);
});

test('a head that does not come in time gets 408, and the connection ends although the client holds it', async () => {
  const { url } = await start({ connectionTimes: { headMs: 50, lookMs: 20 } });
  const { said } = await open(url, 'GET /emails HTTP/1.1\r\nhost: x\r\n');
  expect(await said).toMatch(/^HTTP\/1\.1 408 .*"The request arrived too slowly/s);
  expect(causes).toEqual(['request_too_slow']);
});

test('what is not HTTP gets 400, and the connection ends although the client holds it', async () => {
  const { url } = await start({});
  const { said } = await open(url, 'EHLO mail.example.com\r\n');
  expect(await said).toMatch(/^HTTP\/1\.1 400 /);
});

test('a refused body whose rest does not come ends the connection', async () => {
  const { url, createKey } = await start({ connectionTimes: { restOfBodyMs: 300 } });
  const { token } = await createKey();
  const { said } = await open(url, `${post('/api-keys', 1_000_000, `authorization: Bearer ${token}\r\n`)}{`);
  expect(await said).toMatch(/^HTTP\/1\.1 413 /);
  expect(causes).toEqual(['body_too_large']);
});

test.each([
  ['413', 'application/json', 413],
  ['415', 'text/plain', 415],
])('a body refused with %s whose rest comes is followed by the next request on the connection', async (_, type, status) => {
  const { url, createKey } = await start({});
  const { token } = await createKey();
  const authorization = `authorization: Bearer ${token}\r\n`;
  const path = status === 413 ? '/api-keys' : '/emails';
  const honest = await open(url, post(path, 1_000_000, authorization).replace('application/json', type));
  honest.socket.write(Buffer.alloc(1_000_000, 'x'));
  honest.socket.write(`GET /api-keys HTTP/1.1\r\nhost: x\r\n${authorization}connection: close\r\n\r\n`);
  const said = await honest.said;
  expect(said).toMatch(/^HTTP\/1\.1 (?:413|415) .*HTTP\/1\.1 200 /s);
  expect(said).toContain(`"statusCode":${String(status)}`);
});

test('an answer that is not read ends the connection, and gives back what it held', async () => {
  const { url, createKey, database } = await start({ connectionTimes: { unreadAnswerMs: 100 }, answerBytes: 40_000_000 });
  const { token: key } = await createKey();
  const submission = sampleSubmission({ html: 'x'.repeat(20_000_000) });
  await acceptSubmissions(database, [submission]);
  const path = `/emails/${submission.id}`;
  const { socket, said } = await open(url, '');
  socket.pause();
  socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\n\r\n`);
  for (const deadline = Date.now() + 60_000; !causes.includes('answer_not_read');) {
    if (Date.now() > deadline) throw new Error('the connection goes on');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  socket.resume();
  expect((await said).length).toBeLessThan(20_000_000);
  expect(sharedResources().get('answer_bytes')).toEqual([]);
});

test('a key whose answers wait to be read is refused more of them, and another key is not', async () => {
  const { url, ask, createKey, database } = await start({ answerBytes: 30_000_000 });
  const [{ token: key }, { token: other }] = [await createKey(), await createKey()];
  const [large, small] = [sampleSubmission({ html: 'x'.repeat(20_000_000) }), sampleSubmission({ html: 'x'.repeat(4_000_000) })];
  await acceptSubmissions(database, [large, small]);
  const { socket, said } = await open(url, '');
  socket.pause();
  socket.write(`GET /emails/${large.id} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\n\r\n`);
  for (const deadline = Date.now() + 60_000; (await ask('GET', `/emails/${large.id}`, { key })).status !== 503;) {
    if (Date.now() > deadline) throw new Error('no answer was 503');
  }
  expect((await ask('GET', `/emails/${small.id}`, { key: other })).status).toBe(200);
  expect((await ask('GET', '/emails', { key })).status).toBe(200);
  socket.destroy();
  await said;
});

test('connections beyond the limit of their address are refused with an answer, and those of a trusted proxy are not', async () => {
  const { url } = await start({ connectionLimits: { total: 100, perAddress: 2 } });
  const held = [await open(url, ''), await open(url, '')];
  expect(await (await open(url, '')).said).toMatch(/^HTTP\/1\.1 429 .*Too many connections from your address/s);
  expect(causes).toEqual(['too_many_connections_of_address']);
  held[0]?.socket.destroy();
  await held[0]?.said;
  await api?.close();

  const { url: behind } = await start({ connectionLimits: { total: 4, perAddress: 2 }, trustProxy: ['127.0.0.0/8'] });
  const proxied = [await open(behind, ''), await open(behind, ''), await open(behind, ''), await open(behind, '')];
  expect(await (await open(behind, '')).said).toMatch(/^HTTP\/1\.1 503 .*Too many connections\./s);
  for (const { socket } of [...held, ...proxied]) socket.destroy();
});

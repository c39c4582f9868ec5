import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { limitPipelining } from './limit-pipelining.ts';

let app: FastifyInstance;
let begun: number;
let answer: () => void;

beforeEach(async () => {
  app = fastify();
  limitPipelining(app.server);
  begun = 0;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  app.get('/', async () => {
    const nth = (begun += 1);
    await answered;
    return `answered ${String(nth)}`;
  });
  app.post<{ Body: string }>('/', ({ body }) => body);
  await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => app.close());

/** Sends so many requests at once. @returns what was answered, once the connection has ended. */
async function pipeline(count: number): Promise<{ readonly ended: Promise<string>; readonly socket: Socket }> {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk;
  });
  socket.on('error', () => undefined);
  const last = 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(count - 1) + last);
  return { ended: once(socket, 'close').then(() => text), socket };
}

test('sixteen requests that come together are answered one after another', async () => {
  const { ended } = await pipeline(16);
  while (begun === 0) await new Promise(setImmediate);
  expect(begun).toBe(1);
  answer();
  expect((await ended).match(/answered \d+/g)).toEqual(Array.from({ length: 16 }, (_, n) => `answered ${String(n + 1)}`));
});

test('a connection that brings more is ended, and none of its requests is begun', async () => {
  const { ended } = await pipeline(500);
  expect(await ended).toBe('');
  expect(begun).toBe(0);
});

test('of the other connections of that address hardly more is parsed than they may ask', async () => {
  const other = connect((app.server.address() as AddressInfo).port, '127.0.0.1').resume();
  await Promise.all([once(other, 'connect'), once(app.server, 'connection')]);
  await (
    await pipeline(500)
  ).ended;
  let parsed = 0;
  app.server.on('request', () => {
    parsed += 1;
  });
  other.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(500));
  await once(other, 'close');
  await (
    await pipeline(500)
  ).ended;
  expect(parsed).toBeGreaterThan(32);
  expect(parsed).toBeLessThan(200);
});

test('that address still gets its answers, to requests of any size', async () => {
  await (
    await pipeline(500)
  ).ended;
  const body = 'x'.repeat(500_000);
  const headers = { 'content-type': 'text/plain' };
  for (let n = 0; n < 3; n += 1) {
    const response = await fetch(`${app.listeningOrigin}/`, { method: 'POST', headers, body });
    expect((await response.text()) === body).toBe(true);
  }
});

test('a request is not begun once its connection has ended', async () => {
  const { ended, socket } = await pipeline(2);
  while (begun === 0) await new Promise(setImmediate);
  socket.destroy();
  await ended;
  answer();
  await app.close();
  expect(begun).toBe(1);
});

test('any number may come one after the other', async () => {
  answer();
  for (let n = 0; n < 40; n += 1) expect((await fetch(`${app.listeningOrigin}/`)).status).toBe(200);
});

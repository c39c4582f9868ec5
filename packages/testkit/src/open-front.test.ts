import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { openFront } from './open-front.ts';

const releases: (() => unknown)[] = [];
afterEach(async () => {
  for (const release of releases.splice(0).reverse()) await release();
});

/** A server that echoes everything. */
async function startEcho() {
  const heard: string[] = [];
  const echo = createServer((socket) => {
    socket.on('error', () => undefined).on('data', (chunk) => heard.push(chunk.toString()));
    socket.pipe(socket);
  });
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
  releases.push(() => echo.close());
  return { heard, port: (echo.address() as AddressInfo).port };
}

async function start() {
  const relay = await startEcho();
  const front = await openFront(0, relay.port);
  releases.push(front.close);

  const open = async () => {
    const socket = connect(front.port, '127.0.0.1');
    await once(socket, 'connect');
    const heard: string[] = [];
    for (const event of ['end', 'close', 'error']) socket.on(event, () => heard.push(event));
    socket.on('data', (chunk: Buffer) => heard.push(chunk.toString()));
    releases.push(() => socket.destroy());
    return { socket, heard };
  };
  return { front, open, atRelay: relay.heard };
}

const answerTo = async (socket: Socket, text: string): Promise<string> => {
  const answer = once(socket, 'data') as Promise<[Buffer]>;
  socket.write(text);
  return (await answer)[0].toString();
};

test('connections to a vanished relay stay open without any reply, even after it comes back', async () => {
  const { front, open, atRelay } = await start();
  const before = await open();
  expect(await answerTo(before.socket, 'EHLO')).toBe('EHLO');

  expect(front.vanish()).toBe(1);
  const meanwhile = await open();
  before.socket.write('lost');
  meanwhile.socket.write('lost');
  await sleep(100);
  front.comeBack();
  const after = await open();
  expect(await answerTo(after.socket, 'HELO')).toBe('HELO');
  before.socket.end();
  await sleep(100);

  expect(before.heard).toEqual(['EHLO']);
  expect(meanwhile.heard).toEqual([]);
  expect(atRelay).toEqual(['EHLO', 'HELO']);
});

test('a connection that is closed normally is closed on both sides', async () => {
  const { open } = await start();
  const { socket, heard } = await open();
  await answerTo(socket, 'a');
  socket.end();
  await once(socket, 'close');
  expect(heard).toEqual(['a', 'end', 'close']);
});

test('new connections go to another server, and existing ones stay', async () => {
  const { front, open, atRelay } = await start();
  const before = await open();
  await answerTo(before.socket, 'a');
  const other = await startEcho();
  front.leadTo(other.port);
  const after = await open();
  await answerTo(after.socket, 'b');
  await answerTo(before.socket, 'c');
  expect(atRelay).toEqual(['a', 'c']);
  expect(other.heard).toEqual(['b']);
});

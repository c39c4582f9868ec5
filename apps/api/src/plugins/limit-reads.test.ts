import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fastify, type FastifyInstance, type InjectOptions } from 'fastify';
import type { ActiveApiKey } from '@sendoff/db';
import { registerErrorHandler } from './error-handler.ts';
import { limitReads, readInTurns, type ReadLimits } from './limit-reads.ts';

let app: FastifyInstance;
/** Requests whose handlers have begun, by key, in that order. */
let begun: string[];
let answer: () => void;

function openApp(limits: ReadLimits): void {
  app = fastify();
  registerErrorHandler(app);
  begun = [];
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  app.addHook('onRequest', (request, _reply, done) => {
    request.apiKey = { id: String(request.headers['x-key']) } as ActiveApiKey;
    done();
  });
  limitReads(app, limits);
  const handle = async (request: { readonly apiKey: ActiveApiKey }): Promise<string> => {
    begun.push(request.apiKey.id);
    await answered;
    return 'read';
  };
  app.get('/list', handle);
  app.post('/list', handle);
  app.get('/wait', { config: { isLongPoll: true } }, handle);
  app.get('/fails', () => {
    throw new Error('failed');
  });
}
beforeEach(() => openApp({ reads: 5, waiting: 100, patienceMs: 60_000 }));
afterEach(() => app.close());

const ask = (key: string, url = '/list', method: InjectOptions['method'] = 'GET') =>
  app.inject({ method, url, headers: { 'x-key': key } });
const beginMany = (key: string) => Array.from({ length: 20 }, () => ask(key));
const hasBegun = async (count: number): Promise<void> => {
  while (begun.length < count) await new Promise(setImmediate);
};

test('a key that reads a lot gets four fifths of the turns, and another one its turn at once', async () => {
  const many = beginMany('a');
  await hasBegun(4);
  const other = ask('b');
  await hasBegun(5);
  expect(begun).toEqual(['a', 'a', 'a', 'a', 'b']);
  answer();
  expect((await other).statusCode).toBe(200);
  const statuses = await Promise.all(many.map(async (request) => (await request).statusCode));
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(begun.length).toBe(21);
});

test('writing and waiting need no turn', async () => {
  const many = beginMany('a');
  await hasBegun(4);
  const others = [ask('a', '/list', 'POST'), ask('a', '/wait')];
  await hasBegun(6);
  answer();
  await Promise.all([...many, ...others]);
});

test('a turn ends also with an error', async () => {
  for (let n = 0; n < 10; n += 1) expect((await ask('a', '/fails')).statusCode).toBe(500);
  const read = ask('a');
  await hasBegun(1);
  answer();
  expect((await read).statusCode).toBe(200);
});

test('an answer that is read page by page takes a turn for each, and none while it is sent', async () => {
  await app.close();
  openApp({ reads: 1, waiting: 100, patienceMs: 60_000 });
  async function* pages(): AsyncGenerator<string> {
    yield* ['one ', 'two ', 'three'];
    await Promise.resolve();
  }
  app.get('/pages', (request, reply) => reply.send(Readable.from(readInTurns(request, pages()))));
  answer();
  const answers = await Promise.all([ask('a', '/pages'), ask('a', '/pages'), ask('a'), ask('b')]);
  expect(answers.map(({ body }) => body)).toEqual(['one two three', 'one two three', 'read', 'read']);
});

describe('a request is told to come again', () => {
  const open = async (limits: Partial<ReadLimits>): Promise<void> => {
    await app.close();
    openApp({ reads: 1, waiting: 100, patienceMs: 60_000, ...limits });
  };

  test('when its turn does not come', async () => {
    await open({ patienceMs: 20 });
    const first = ask('a');
    await hasBegun(1);
    expect((await ask('a')).statusCode).toBe(503);
    answer();
    expect((await first).statusCode).toBe(200);
  });

  test('when too many of its key wait, and those of another key are not', async () => {
    await open({ waiting: 2 });
    const many = [ask('a'), ask('a'), ask('a')];
    await hasBegun(1);
    expect((await ask('a')).statusCode).toBe(503);
    const other = ask('b');
    answer();
    for (const request of [...many, other]) expect((await request).statusCode).toBe(200);
  });
});

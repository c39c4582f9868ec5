import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import type { ActiveApiKey } from '@sendoff/db';
import { registerErrorHandler } from './error-handler.ts';
import { limitAnswers } from './limit-answers.ts';

const TOTAL = 200_000;
const ANSWER = 'x'.repeat(150_000);

let app: FastifyInstance;
let hasBegun: () => void;
let isOver: () => void;

beforeEach(async () => {
  app = fastify();
  registerErrorHandler(app);
  app.addHook('onRequest', (request, _reply, done) => {
    request.apiKey = { id: 'key' } as ActiveApiKey;
    done();
  });
  limitAnswers(app, TOTAL);
  app.get('/', () => ANSWER);
  app.get('/late', async (_request, reply) => {
    hasBegun();
    await once(reply.raw, 'close');
    return ANSWER;
  });
  app.addHook('onSend', (request, _reply, _payload, done) => {
    if (request.url === '/late') isOver();
    done();
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => app.close());

const ask = async (): Promise<string> => (await fetch(app.listeningOrigin)).text();

test('large answers that come one after another are all given', async () => {
  for (let n = 0; n < 3; n += 1) expect(await ask()).toBe(ANSWER);
});

test('an answer whose client has gone before it is made holds nothing', async () => {
  const gone = new AbortController();
  const begun = new Promise<void>((resolve) => (hasBegun = resolve));
  const over = new Promise<void>((resolve) => (isOver = resolve));
  const asked = fetch(`${app.listeningOrigin}/late`, { signal: gone.signal });
  await begun;
  gone.abort();
  await expect(asked).rejects.toThrow(/abort/);
  await over;
  expect(await ask()).toBe(ANSWER);
});

import { expect, test } from '@jest/globals';
import { createLogger } from '@sendoff/runtime';
import { NO_RESTRICTIONS, type Database } from '@sendoff/db';
import Fastify from 'fastify';
import { registerErrorHandler } from '../../plugins/error-handler.ts';
import { queueRoute } from './queue-route.ts';

test('a queue that is away is said to be away, and is no error of ours', async () => {
  const away = () => Promise.reject(new Error('Connection is closed.'));
  const app = Fastify();
  registerErrorHandler(app);
  app.addHook('onRequest', (request, _reply, done) => {
    request.apiKey = { id: 'live', permission: 'full_access', mode: 'live', restrictions: NO_RESTRICTIONS };
    done();
  });
  await app.register(queueRoute, {
    queue: { engine: 'redis', countJobs: away, listJobs: away },
    now: () => 0,
    wallClock: () => 0,
    database: {} as Database,
    signer: { sign: () => ({ url: '', expiresAt: new Date(0) }), verify: () => 'forged' as const },
    logger: createLogger({ name: 'test', level: 'silent' }),
    publicUrl: 'http://127.0.0.1:3000',
  });
  const { statusCode, json } = await app.inject('/dashboard/api/queue?state=waiting');
  expect(statusCode).toBe(503);
  expect(json()).toMatchObject({ message: 'The queue is unreachable. Accepted emails are safe in the database.' });
  await app.close();
});

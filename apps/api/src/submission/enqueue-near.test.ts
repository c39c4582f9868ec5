import { expect, jest, test } from '@jest/globals';
import { createLogger } from '@sendoff/config';
import { enqueueNear } from './enqueue-near.ts';

const logger = createLogger({ name: 'test', level: 'silent', format: 'json' });
const email = { emailId: '0192f1f0-0000-7000-8000-000000000000', generation: 0, dueAt: null };

test('a queue that is away is reported once for all requests that shared the command', async () => {
  const warn = jest.spyOn(logger, 'warn');
  const shared = new Error('Redis cannot be reached');
  const failWith = (error: Error) => ({ enqueue: () => Promise.reject(error) });
  await Promise.all([1, 2, 3].map(() => enqueueNear({ queue: failWith(shared), logger }, [email])));
  expect(warn).toHaveBeenCalledTimes(1);
  await enqueueNear({ queue: failWith(new Error('Redis cannot be reached')), logger }, [email]);
  expect(warn).toHaveBeenCalledTimes(2);
});

import { expect, jest, test } from '@jest/globals';
import { createLogger } from '@sendoff/runtime';
import { enqueueDueSoon } from './enqueue-due-soon.ts';

const logger = createLogger({ name: 'test', level: 'silent', format: 'json' });
const email = { emailId: '0192f1f0-0000-7000-8000-000000000000', generation: 0, dueAt: null };

test('an unavailable queue is logged once for all requests that shared the command', async () => {
  const warn = jest.spyOn(logger, 'warn');
  const shared = new Error('Redis cannot be reached');
  const failWith = (error: Error) => ({ enqueue: () => Promise.reject(error) });
  await Promise.all([1, 2, 3].map(() => enqueueDueSoon({ queue: failWith(shared), logger }, [email])));
  expect(warn).toHaveBeenCalledTimes(1);
  await enqueueDueSoon({ queue: failWith(new Error('Redis cannot be reached')), logger }, [email]);
  expect(warn).toHaveBeenCalledTimes(2);
});

test('an email gets a delayed job if it is due soon, and no job if it is due later', async () => {
  const enqueue = jest.fn((_jobs: readonly unknown[]) => Promise.resolve());
  const now = Date.parse('2026-01-01T12:00:00Z');
  const due = [null, new Date(now - 5), new Date(now + 1500), new Date(now + 2001)];
  const emails = due.map((dueAt, n) => ({ emailId: String(n), generation: n, dueAt }));
  await enqueueDueSoon({ queue: { enqueue }, logger }, emails, now);
  expect(enqueue).toHaveBeenCalledWith([
    { emailId: '0', generation: 0, delayMs: 0, mayShare: true, priority: 0 },
    { emailId: '1', generation: 1, delayMs: 0, mayShare: true, priority: 0 },
    { emailId: '2', generation: 2, delayMs: 1500, mayShare: true, priority: 0 },
  ]);
});

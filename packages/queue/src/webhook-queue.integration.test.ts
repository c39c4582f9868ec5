import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createLogger } from '@sendoff/runtime';
import { createTestDatabase, queueEngines } from '@sendoff/testkit';
import { consumeWebhooks, openWebhookQueue } from './index.ts';
import { createTestQueue } from './testing/index.ts';
import { endOfWindow } from './webhook-job.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
const releasers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const release of releasers.splice(0).reverse()) await release();
});

describe.each(queueEngines())('the webhook queue on $name', ({ redisUrl }) => {
  test('many concurrent events of an endpoint cause few jobs, the last one after the last event', async () => {
    const database = await createTestDatabase();
    releasers.push(() => database.drop());
    const { location, ...keys } = await createTestQueue(database.url, redisUrl);
    releasers.push(() => keys.remove());
    const queue = openWebhookQueue({ ...location, logger });
    releasers.push(() => queue.close());
    const looks: { readonly endpointId: string; readonly at: number }[] = [];
    const consumer = consumeWebhooks({
      ...location,
      logger,
      look: ({ endpointId }) => {
        looks.push({ endpointId, at: Date.now() });
        return Promise.resolve();
      },
    });
    releasers.push(() => consumer.close());
    await consumer.ready();

    const [one, other] = [randomUUID(), randomUUID()];
    let last = 0;
    for (let round = 0; round < 10; round += 1) {
      last = Date.now();
      await Promise.all(Array.from({ length: 20 }, () => queue.enqueue([{ endpointId: one }])));
    }
    await queue.enqueue([{ endpointId: other, delayMs: 700 }]);
    const asked = Date.now();
    const deadline = Date.now() + 15_000;
    while (!looks.some(({ endpointId }) => endpointId === other) && Date.now() < deadline) await sleep(20);

    const ofOne = looks.filter(({ endpointId }) => endpointId === one);
    expect(ofOne.at(-1)?.at).toBeGreaterThanOrEqual(last);
    // A job that ends before the next event of its window is enqueued again: one job too many, never one too few.
    expect(ofOne.length).toBeLessThan(100);
    expect(looks.find(({ endpointId }) => endpointId === other)?.at).toBeGreaterThanOrEqual(asked + 600);
  });
});

test('the end of a window is after every time in it', () => {
  for (const at of [0, 1, 99, 100, 1_700_000_000_123]) {
    expect(endOfWindow(at)).toBeGreaterThan(at);
    expect(endOfWindow(at) - at).toBeLessThanOrEqual(100);
  }
});

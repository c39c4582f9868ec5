/** Webhooks for the events of emails. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { createWebhook, getWebhook, newId, rotateWebhookSecret, WEBHOOK_EVENT_TYPES } from '@sendoff/db';
import { queueEngines } from '@sendoff/testkit';
import { Webhook } from 'standardwebhooks';
import { createWorld, release, type World } from '../test/create-world.ts';
import { startReceiver, type ReceivedEvent } from '../test/start-receiver.ts';

const LOCAL = { ALLOW_PRIVATE_ADDRESSES: 'true' };
afterEach(release);

const subscribe = ({ database }: World, url: string) => createWebhook(database, { url, events: [...WEBHOOK_EVENT_TYPES] });

async function until<Value>(
  look: () => Value | Promise<Value>,
  holds: (value: Value) => boolean,
  limitMs = 20_000,
): Promise<Value> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const value = await look();
    if (holds(value)) return value;
    if (Date.now() > deadline) throw new Error(`not in time: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Read in one snapshot: deliveries and attempts are two tables, and a worker may write between two reads. */
const deliveriesOf = ({ database }: World) =>
  database.$transaction(
    (moment) => moment.webhookDelivery.findMany({ include: { attempts: { orderBy: { n: 'asc' } } }, orderBy: { id: 'asc' } }),
    { isolationLevel: 'RepeatableRead' },
  );
const countOf = (events: readonly ReceivedEvent[], count: number) =>
  until(
    () => events.length,
    (length) => length >= count,
  );

describe.each(queueEngines())('webhooks with $name', ({ redisUrl }) => {
  test('a sent email produces a webhook signed with every valid secret, and its attempt is recorded', async () => {
    const world = await createWorld(redisUrl);
    const receiver = await startReceiver((response) => response.writeHead(202).end('thank you'));
    const { id, secret } = await subscribe(world, receiver.url);
    const rotated = await rotateWebhookSecret(world.database, id, 'all');
    await world.startWorker(LOCAL);
    const emailId = await world.accept();
    await countOf(receiver.events, 1);

    const [event] = receiver.events;
    expect(JSON.parse(event?.body ?? '')).toMatchObject({ type: 'email.sent', data: { email_id: emailId } });
    expect(event?.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'sendoff' });
    for (const key of [secret, rotated?.secret ?? '']) {
      new Webhook(key).verify(event?.body ?? '', event?.headers as Record<string, string>);
    }
    const [delivery] = await until(
      () => deliveriesOf(world),
      ([first]) => first?.status === 'delivered',
    );
    expect(delivery).toMatchObject({ id: event?.headers['webhook-id'], payload: event?.body, attemptCount: 1 });
    expect(delivery?.attempts).toMatchObject([
      { n: 1, outcome: 'delivered', httpStatus: 202, response: 'thank you', error: null },
    ]);
    expect(delivery?.attempts[0]?.finishedAt).not.toBeNull();
  });

  test('a refused webhook is retried after five seconds with the same id', async () => {
    const world = await createWorld(redisUrl);
    const receiver = await startReceiver((response, nth) => response.writeHead(nth === 1 ? 500 : 200).end());
    const { id } = await subscribe(world, receiver.url);
    await world.startWorker(LOCAL);
    await world.accept();
    await countOf(receiver.events, 2);

    const [first, second] = receiver.events;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(4000);
    const [delivery] = await until(
      () => deliveriesOf(world),
      ([one]) => one?.status === 'delivered',
    );
    expect(delivery?.attempts.map(({ outcome, httpStatus }) => [outcome, httpStatus])).toEqual([
      ['refused', 500],
      ['delivered', 200],
    ]);
    expect(await getWebhook(world.database, id, 'all')).toMatchObject({
      status: 'enabled',
      failingSince: null,
      lastFailedAt: null,
    });
  });
});

test('an endpoint that never answers delays neither email nor other endpoints', async () => {
  const world = await createWorld(undefined);
  const silent = await startReceiver(() => undefined);
  const well = await startReceiver((response) => response.end());
  await subscribe(world, silent.url);
  await subscribe(world, well.url);
  await world.startWorker({ ...LOCAL, WEBHOOK_CONCURRENCY: '8' });
  const ids = await Promise.all(Array.from({ length: 30 }, () => world.accept()));
  for (const id of ids) await world.becomes(id, 'sent');
  await countOf(well.events, ids.length);
  expect(silent.events.length).toBeLessThanOrEqual(2);
  expect(new Set(well.events.map(({ headers }) => headers['webhook-id'])).size).toBe(ids.length);
});

test('a webhook of a lost worker is sent by another one, and the abandoned attempt is recorded', async () => {
  const world = await createWorld(undefined);
  const receiver = await startReceiver((response) => response.end());
  const { id: endpointId } = await subscribe(world, receiver.url);
  const id = newId();
  const lost = { id: newId(), n: 1, worker: 'gone' };
  await world.database.webhookDelivery.create({
    data: {
      ...{ id, endpointId, type: 'email.sent', payload: '{"type":"email.sent"}', status: 'attempting', attemptCount: 1 },
      leaseUntil: new Date(Date.now() - 1000),
      attempts: { create: lost },
    },
  });
  await world.startWorker(LOCAL);
  await countOf(receiver.events, 1);
  const [delivery] = await until(
    () => deliveriesOf(world),
    ([one]) => one?.status === 'delivered',
  );
  expect(delivery?.attempts.map(({ outcome }) => outcome)).toEqual(['abandoned', 'delivered']);
});

test('an answer of 410 disables the endpoint, with a reason', async () => {
  const world = await createWorld(undefined);
  const receiver = await startReceiver((response) => response.writeHead(410).end());
  const { id } = await subscribe(world, receiver.url);
  await world.startWorker(LOCAL);
  await world.accept();
  const disabled = await until(
    () => getWebhook(world.database, id, 'all'),
    (webhook) => webhook?.status === 'disabled',
  );
  expect(disabled?.disabledReason).toBe('It answered 410 Gone.');
  expect(disabled?.disabledAt).not.toBeNull();
});

test('no webhook is sent to a private address unless allowed', async () => {
  const world = await createWorld(undefined);
  const receiver = await startReceiver((response) => response.end());
  await subscribe(world, receiver.url);
  await world.startWorker();
  await world.accept();
  const [delivery] = await until(
    () => deliveriesOf(world),
    ([one]) => one?.attempts[0]?.outcome === 'forbidden',
  );
  expect(delivery).toMatchObject({ status: 'pending', attempts: [{ httpStatus: null, response: null }] });
  expect(receiver.events).toEqual([]);
});

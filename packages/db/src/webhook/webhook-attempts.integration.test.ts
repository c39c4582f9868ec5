/** Taking due webhook deliveries, recording their outcomes and removing them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../database.ts';
import type { Prisma } from '../generated/client.ts';
import { firstIdAt, newId } from '../new-id.ts';
import { openMigratedDatabase } from '../testing/index.ts';
import { createWebhook } from './create-webhook.ts';
import { deleteWebhook } from './delete-webhook.ts';
import { findAbandonedWebhooks } from './find-abandoned-webhooks.ts';
import { findDueWebhooks } from './find-due-webhooks.ts';
import { getWebhook } from './get-webhook.ts';
import { recordWebhookAttempts, type RecordedWebhook } from './record-webhook-attempts.ts';
import { removeDeletedWebhooks, removeExpiredWebhooks } from './remove-expired-webhooks.ts';
import { takeWebhooks } from './take-webhooks.ts';
import { updateWebhook } from './update-webhook.ts';

const DAY_MS = 86_400_000;
const FAILING = { limitMs: 5 * DAY_MS, forgottenAfterMs: 2 * DAY_MS };
const TERMS = { limit: 10, worker: 'w', leaseMs: 60_000 };

let database: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await openMigratedDatabase({ maxConnections: 5 }));
});
afterAll(() => close());
beforeEach(async () => {
  await database.webhookDelivery.deleteMany();
  await database.webhookEndpoint.deleteMany();
});

const makeEndpoint = async (): Promise<string> =>
  (await createWebhook(database, { url: 'https://hooks.example.com/', events: ['email.sent'] })).id;

async function write(endpointId: string, count: number, changes: Partial<Prisma.WebhookDeliveryCreateManyInput> = {}) {
  const data = Array.from({ length: count }, () => ({ id: newId(), endpointId, type: 'email.sent', payload: '{}', ...changes }));
  await database.webhookDelivery.createMany({ data });
  return data.map(({ id }) => id);
}

const ended = (id: string, endpointId: string, changes: Partial<RecordedWebhook> = {}): RecordedWebhook => ({
  id,
  endpointId,
  n: 1,
  outcome: 'refused',
  httpStatus: 500,
  response: 'no',
  error: 'e',
  status: 'pending',
  retryInMs: 60_000,
  retryCount: 1,
  disable: null,
  ...changes,
});
const DELIVERED = { outcome: 'delivered', httpStatus: 200, error: null, status: 'delivered', retryInMs: null } as const;

describe('a due delivery', () => {
  test('is taken by one of several concurrent workers, with an open attempt', async () => {
    const endpointId = await makeEndpoint();
    const ids = await write(endpointId, 30);
    const taken = await Promise.all(Array.from({ length: 5 }, () => takeWebhooks(database, endpointId, TERMS)));
    const found = taken.flat().map(({ id }) => id);
    expect(new Set(found).size).toBe(found.length);
    while (found.length < ids.length) found.push(...(await takeWebhooks(database, endpointId, TERMS)).map(({ id }) => id));
    expect(found.sort()).toEqual(ids);
    expect(await takeWebhooks(database, endpointId, TERMS)).toEqual([]);
    expect(await database.webhookAttempt.count({ where: { outcome: null, n: 1 } })).toBe(ids.length);
  });

  test('is found by its endpoint, unlike future deliveries and those of a disabled endpoint', async () => {
    const [due, later, off] = [await makeEndpoint(), await makeEndpoint(), await makeEndpoint()];
    await write(due, 1);
    await write(later, 1, { nextAttemptAt: new Date(Date.now() + 60_000) });
    await write(off, 1);
    await updateWebhook(database, off, { status: 'disabled' }, 'all');
    expect(await findDueWebhooks(database)).toEqual([due]);
    for (const endpointId of [later, off]) expect(await takeWebhooks(database, endpointId, TERMS)).toEqual([]);
  });
});

describe('an attempt', () => {
  test('that ends late changes only its own row', async () => {
    const endpointId = await makeEndpoint();
    const [id = ''] = await write(endpointId, 1);
    await takeWebhooks(database, endpointId, { ...TERMS, leaseMs: -1000 });
    expect(await findAbandonedWebhooks(database, 10)).toEqual([{ id, endpointId, n: 1, retryCount: 0 }]);
    const gone = ended(id, endpointId, { takenOver: true, outcome: 'abandoned', httpStatus: null, retryInMs: 0 });
    await recordWebhookAttempts(database, [gone], FAILING);
    await takeWebhooks(database, endpointId, TERMS);

    await recordWebhookAttempts(database, [ended(id, endpointId, DELIVERED)], FAILING);
    const delivery = await database.webhookDelivery.findUniqueOrThrow({ where: { id }, include: { attempts: true } });
    expect(delivery).toMatchObject({ status: 'attempting', attemptCount: 2 });
    expect(delivery.attempts.map(({ n, outcome }) => [n, outcome]).sort()).toEqual([
      [1, 'delivered'],
      [2, null],
    ]);
  });

  test('is not taken over before its lease expires', async () => {
    const endpointId = await makeEndpoint();
    const [id = ''] = await write(endpointId, 1);
    await takeWebhooks(database, endpointId, TERMS);
    await recordWebhookAttempts(database, [ended(id, endpointId, { takenOver: true, outcome: 'abandoned' })], FAILING);
    expect(await database.webhookDelivery.findUnique({ where: { id } })).toMatchObject({ status: 'attempting' });
    expect(await database.webhookAttempt.findMany()).toMatchObject([{ outcome: null }]);
  });
});

describe('an endpoint', () => {
  /** Records a failure of an endpoint with this failure history. */
  async function failAfter(failingForMs: number | null, lastFailedMs: number | null, changes: Partial<RecordedWebhook> = {}) {
    const endpointId = await makeEndpoint();
    const ago = (ms: number | null) => (ms === null ? null : new Date(Date.now() - ms));
    const data = { failingSince: ago(failingForMs), lastFailedAt: ago(lastFailedMs) };
    await database.webhookEndpoint.update({ where: { id: endpointId }, data });
    const [id = ''] = await write(endpointId, 1);
    await takeWebhooks(database, endpointId, TERMS);
    const disabled = await recordWebhookAttempts(database, [ended(id, endpointId, changes)], FAILING);
    return { endpointId, disabled, webhook: await getWebhook(database, endpointId, 'all') };
  }

  test('counts as failing from its first failure', async () => {
    const before = Date.now();
    const { webhook } = await failAfter(null, null);
    expect(webhook?.status).toBe('enabled');
    expect(webhook?.failingSince?.getTime()).toBeGreaterThanOrEqual(before);
  });

  test('is disabled with a reason after five days without a success', async () => {
    const { endpointId, disabled, webhook } = await failAfter(5 * DAY_MS + 1000, 3_600_000);
    expect(disabled).toEqual([endpointId]);
    expect(webhook).toMatchObject({
      status: 'disabled',
      disabledReason: expect.stringContaining('No attempt has succeeded since'),
    });
    expect(webhook?.disabledAt).not.toBeNull();
  });

  test.each([
    ['within five days', 5 * DAY_MS - 60_000, 3_600_000, {}],
    ['when the last failure was long ago', 9 * DAY_MS, 3 * DAY_MS, {}],
    ['when an attempt succeeds', 9 * DAY_MS, 3_600_000, DELIVERED],
    ['when a worker was lost', 9 * DAY_MS, 3_600_000, { outcome: 'abandoned' }],
  ] as const)('is not disabled %s', async (_, failingForMs, lastFailedMs, changes) => {
    const { disabled, webhook } = await failAfter(failingForMs, lastFailedMs, changes);
    expect([disabled, webhook?.status]).toEqual([[], 'enabled']);
  });

  test('resets its failure history after a success, and when it is enabled', async () => {
    const { webhook } = await failAfter(9 * DAY_MS, 3_600_000, DELIVERED);
    expect(webhook).toMatchObject({ failingSince: null, lastFailedAt: null });
    const { endpointId } = await failAfter(9 * DAY_MS, 3_600_000);
    expect(await updateWebhook(database, endpointId, { status: 'enabled' }, 'all')).toBe(true);
    expect(await getWebhook(database, endpointId, 'all')).toMatchObject({ failingSince: null, disabledReason: null });
  });

  test('keeps its failure history when its current status is set again; other changes apply', async () => {
    const url = 'https://hooks.example.com/new';
    const { endpointId: disabled, webhook: before } = await failAfter(9 * DAY_MS, 3_600_000);
    expect(await updateWebhook(database, disabled, { status: 'disabled', url }, 'all')).toBe(true);
    expect(before?.disabledReason).not.toBeNull();
    expect(await getWebhook(database, disabled, 'all')).toMatchObject({ ...before, url });

    const { endpointId: failing, webhook } = await failAfter(DAY_MS, 3_600_000);
    expect(webhook?.failingSince).not.toBeNull();
    expect(await updateWebhook(database, failing, { status: 'enabled', url }, 'all')).toBe(true);
    expect(await getWebhook(database, failing, 'all')).toMatchObject({ ...webhook, url });
    expect(await updateWebhook(database, newId(), { status: 'enabled' }, 'all')).toBe(false);
  });
});

describe('an old delivery', () => {
  const old = () => firstIdAt(new Date(Date.now() - 40 * DAY_MS)).replace(/0{12}$/, () => newId().slice(-12));
  const before = new Date(Date.now() - 30 * DAY_MS);

  test('is removed when it is finished or its endpoint was deleted, and kept while pending', async () => {
    const [on, gone] = [await makeEndpoint(), await makeEndpoint()];
    await deleteWebhook(database, gone, 'all');
    for (const status of ['delivered', 'failed', 'pending', 'attempting'] as const) await write(on, 1, { id: old(), status });
    await write(gone, 1, { id: old() });
    await write(on, 1, { status: 'delivered' });
    expect(await removeExpiredWebhooks(database, before, 2)).toBe(2);
    expect(await removeExpiredWebhooks(database, before, 2)).toBe(1);
    const left = await database.webhookDelivery.findMany({ orderBy: { id: 'asc' } });
    expect(left.map(({ status }) => status).sort()).toEqual(['attempting', 'delivered', 'pending']);
  });

  test('of a disabled endpoint is kept until the endpoint is enabled again', async () => {
    const endpointId = await makeEndpoint();
    const [id = ''] = await write(endpointId, 1, { id: old() });
    await updateWebhook(database, endpointId, { status: 'disabled' }, 'all');
    expect(await removeExpiredWebhooks(database, before, 2)).toBe(0);
    await updateWebhook(database, endpointId, { status: 'enabled' }, 'all');
    expect(await takeWebhooks(database, endpointId, TERMS)).toMatchObject([{ id }]);
  });

  test('of a deleted endpoint is removed in batches, and then the endpoint', async () => {
    const endpointId = await makeEndpoint();
    await write(endpointId, 5);
    await deleteWebhook(database, endpointId, 'all');
    expect(await removeDeletedWebhooks(database, 3)).toBe(3);
    expect(await removeDeletedWebhooks(database, 3)).toBe(2);
    expect(await database.webhookEndpoint.count()).toBe(1);
    await database.webhookEndpoint.updateMany({ data: { deletedAt: new Date(Date.now() - 2 * 3_600_000) } });
    expect(await removeDeletedWebhooks(database, 3)).toBe(0);
    expect(await database.webhookEndpoint.count()).toBe(0);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { setKeyWeights, weightOf } from '@sendoff/runtime';
import { openFront, poll } from '@sendoff/testkit';
import { closeDatabase, openDatabase, type Database } from '../database.ts';
import { newId } from '../new-id.ts';
import { createMigratedDatabase } from '../testing/index.ts';
import { hashApiKeyToken } from './api-key-token.ts';
import { createApiKey } from './create-api-key.ts';
import { ensureBootstrapKey } from './ensure-bootstrap-key.ts';
import { findApiKeys, NO_RESTRICTIONS } from './find-api-keys.ts';
import { followKeyWeights } from './follow-key-weights.ts';
import { listApiKeys } from './list-api-keys.ts';
import { readKeyWeights } from './read-key-weights.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { updateApiKey } from './update-api-key.ts';

const findApiKey = async (...[from, token]: [Database, string]) => (await findApiKeys(from, [token]))[0] ?? null;

/** A port without a listener. */
const NOBODY = 1;

let created: Awaited<ReturnType<typeof createMigratedDatabase>>;
let database: Database;

beforeAll(async () => {
  created = await createMigratedDatabase();
  database = openDatabase({ url: created.url, maxConnections: 4 });
});
afterAll(async () => {
  await closeDatabase(database);
  await created.drop();
});

describe('API keys', () => {
  test('are found by their token, which is not stored', async () => {
    const { id, token } = await createApiKey(database, { name: 'shop', permission: 'sending_access', mode: 'test' });
    expect(token).toMatch(/^re_so_test_[\w-]{43}$/);
    expect(await findApiKey(database, token)).toEqual({
      id,
      permission: 'sending_access',
      mode: 'test',
      restrictions: NO_RESTRICTIONS,
    });
    expect(await findApiKey(database, `${token}x`)).toBeNull();
    const [row] = await database.$queryRaw<
      { line: string }[]
    >`SELECT "ApiKey"::text AS line FROM "ApiKey" WHERE id = ${id}::uuid`;
    expect(row?.line).not.toContain(token);
    expect((await listApiKeys(database, { limit: 1000, scope: 'all' })).keys).toEqual([
      expect.objectContaining({ id, name: 'shop', prefix: token.slice(0, 15) }),
    ]);
  });

  test('are found in the order of their tokens when many are looked up at once', async () => {
    const make = (name: string) => createApiKey(database, { name, permission: 'full_access', mode: 'live' });
    const [one, other, revoked] = [await make('one'), await make('other'), await make('revoked')];
    await revokeApiKey(database, revoked.id, 'all');
    const tokens = [revoked.token, other.token, 'none', one.token, other.token];
    const found = await findApiKeys(database, tokens);
    expect(found.map((key) => key?.id ?? null)).toEqual([null, other.id, null, one.id, other.id]);
    expect(await findApiKeys(database, [])).toEqual([]);
  });

  test('with the older prefix so_ are still accepted', async () => {
    const token = `so_live_${'x'.repeat(43)}`;
    const id = newId();
    await database.apiKey.create({
      data: { id, name: 'old', hash: hashApiKeyToken(token), prefix: token.slice(0, 12) },
    });
    expect(await findApiKey(database, token)).toEqual({
      id,
      permission: 'full_access',
      mode: 'live',
      restrictions: NO_RESTRICTIONS,
    });
    await database.apiKey.delete({ where: { id } });
  });

  test('are not found after they are revoked, and cannot be revoked twice', async () => {
    const { id, token } = await createApiKey(database, { name: 'old', permission: 'full_access', mode: 'live' });
    expect(await revokeApiKey(database, id, 'all')).toBe(true);
    expect(await revokeApiKey(database, id, 'all')).toBe(false);
    expect(await findApiKey(database, token)).toBeNull();
  });

  test('the bootstrap key is created, and the previous one is revoked', async () => {
    const [first, second] = ['a'.repeat(32), 'b'.repeat(32)];
    await Promise.all([ensureBootstrapKey(database, first), ensureBootstrapKey(database, first)]);
    expect(await findApiKey(database, first)).toMatchObject({ permission: 'full_access', mode: 'live' });
    await ensureBootstrapKey(database, second);
    expect(await findApiKey(database, first)).toBeNull();
    expect(await findApiKey(database, second)).not.toBeNull();
    await ensureBootstrapKey(database, first);
    expect(await findApiKey(database, first)).not.toBeNull();
    await ensureBootstrapKey(database, undefined);
    expect(await findApiKey(database, first)).toBeNull();
  });
});

describe('the weights of keys', () => {
  const make = (weight?: number) =>
    createApiKey(database, { name: 'weighed', permission: 'sending_access', mode: 'live', weight });
  afterEach(async () => {
    setKeyWeights(new Map());
    await database.apiKey.updateMany({ data: { weight: 1 } });
  });

  test('are read for keys with a weight other than 1 that are not revoked', async () => {
    const [heavy, revoked] = [await make(3), await make(5)];
    await make();
    await revokeApiKey(database, revoked.id, 'all');
    expect(await readKeyWeights(database)).toEqual(new Map([[heavy.id, 3]]));
  });

  test.each([0, 11])('are from 1 to 10: the table rejects %i', async (weight) => {
    const { id } = await make();
    await expect(updateApiKey(database, id, { weight }, 'all')).rejects.toThrow();
    await expect(make(weight)).rejects.toThrow();
  });

  test('are updated, and the last known ones are kept while the database is down', async () => {
    const { id } = await make(3);
    const url = new URL(created.url);
    const port = Number(url.port);
    const front = await openFront(0, port);
    url.host = `127.0.0.1:${String(front.port)}`;
    const follower = openDatabase({ url: url.href, maxConnections: 1 });
    const warnings: string[] = [];
    const weights = followKeyWeights(follower, { warn: (_fields: unknown, message: string) => warnings.push(message) } as never);
    try {
      await poll('the weight is read at the start', () => weightOf(id) === 3);
      await updateApiKey(database, id, { weight: 5 }, 'all');
      await weights.readNow();
      expect(weightOf(id)).toBe(5);

      const [connection] = await follower.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      front.leadTo(NOBODY);
      await database.$queryRaw`SELECT pg_terminate_backend(${connection?.pid}::int)`;
      await updateApiKey(database, id, { weight: 1 }, 'all');
      await weights.readNow();
      await weights.readNow();
      expect(weightOf(id)).toBe(5);
      expect(warnings).toEqual(['could not read API key weights; keeping the last known ones']);

      front.leadTo(port);
      await weights.readNow();
      expect(weightOf(id)).toBe(1);
    } finally {
      weights.close();
      await closeDatabase(follower);
      await front.close();
    }
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../database.ts';
import { newId } from '../new-id.ts';
import { openMigratedDatabase } from '../testing/index.ts';
import { hashApiKeyToken } from './api-key-token.ts';
import { createApiKey } from './create-api-key.ts';
import { ensureBootstrapKey } from './ensure-bootstrap-key.ts';
import { findApiKeys, NO_RESTRICTIONS } from './find-api-keys.ts';
import { listApiKeys } from './list-api-keys.ts';
import { revokeApiKey } from './revoke-api-key.ts';

const findApiKey = async (...[from, token]: [Database, string]) => (await findApiKeys(from, [token]))[0] ?? null;

let database: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await openMigratedDatabase({ maxConnections: 4 }));
});
afterAll(() => close());

describe('API keys', () => {
  test('are found by their token, which is kept nowhere', async () => {
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

  test('are found many at once, each in its place', async () => {
    const make = (name: string) => createApiKey(database, { name, permission: 'full_access', mode: 'live' });
    const [one, other, revoked] = [await make('one'), await make('other'), await make('revoked')];
    await revokeApiKey(database, revoked.id, 'all');
    const tokens = [revoked.token, other.token, 'none', one.token, other.token];
    const found = await findApiKeys(database, tokens);
    expect(found.map((key) => key?.id ?? null)).toEqual([null, other.id, null, one.id, other.id]);
    expect(await findApiKeys(database, [])).toEqual([]);
  });

  test('that were made when keys began with so_ go on working', async () => {
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

  test('are refused once they are revoked, which happens once', async () => {
    const { id, token } = await createApiKey(database, { name: 'old', permission: 'full_access', mode: 'live' });
    expect(await revokeApiKey(database, id, 'all')).toBe(true);
    expect(await revokeApiKey(database, id, 'all')).toBe(false);
    expect(await findApiKey(database, token)).toBeNull();
  });

  test('the bootstrap key exists once it is asked for, and the one before is revoked', async () => {
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

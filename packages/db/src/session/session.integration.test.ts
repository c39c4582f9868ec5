import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createApiKey } from '../api-key/create-api-key.ts';
import { ensureBootstrapKey } from '../api-key/ensure-bootstrap-key.ts';
import { findApiKeys, NO_RESTRICTIONS } from '../api-key/find-api-keys.ts';
import { revokeApiKey } from '../api-key/revoke-api-key.ts';
import type { Database } from '../database.ts';
import { openMigratedDatabase } from '../testing/index.ts';
import { beginSession } from './begin-session.ts';
import { endSession } from './end-session.ts';
import { findSessions } from './find-sessions.ts';

const NOW = new Date('2026-04-03T12:00:00Z');
const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

const findApiKey = async (...[from, token]: [Database, string]) => (await findApiKeys(from, [token]))[0] ?? null;
const findSession = async (...[from, token, now]: [Database, string, Date]) =>
  (await findSessions(from, [token], now))[0] ?? null;

let database: Database;
let close: () => Promise<void>;
let apiKeyId: string;

beforeAll(async () => {
  ({ database, close } = await openMigratedDatabase({ maxConnections: 4 }));
  ({ id: apiKeyId } = await createApiKey(database, { name: 'a', permission: 'full_access', mode: 'live' }));
});
afterAll(() => close());

const begin = (linkId?: string) => beginSession(database, { apiKeyId, linkId, now: NOW, lifetimeMs: 1000 });

test('a session is found by its token, which is not stored, until it expires or is ended', async () => {
  const token = String(await begin());
  expect(await findSession(database, token, NOW)).toEqual({
    id: apiKeyId,
    permission: 'full_access',
    mode: 'live',
    restrictions: NO_RESTRICTIONS,
  });
  expect(await findSession(database, `${token}x`, NOW)).toBeNull();
  expect(await findSession(database, token, later(1000))).toBeNull();
  const rows = await database.$queryRaw<{ line: string }[]>`SELECT "Session"::text AS line FROM "Session"`;
  expect(rows.map(({ line }) => line).join()).not.toContain(token);
  await endSession(database, token, NOW);
  expect(await findSession(database, token, NOW)).toBeNull();
});

test('a link begins a single session, also when used concurrently, and none after that session has ended', async () => {
  const begun = await Promise.all([begin('link'), begin('link'), begin('link')]);
  const tokens = begun.filter((token) => token !== null);
  expect(tokens).toHaveLength(1);
  await endSession(database, String(tokens[0]), NOW);
  expect(await begin('link')).toBeNull();
});

test('a session of the bootstrap key ends with it, and does not resume when the key is reactivated', async () => {
  const [one, other] = ['a'.repeat(32), 'b'.repeat(32)];
  await ensureBootstrapKey(database, one);
  const id = String((await findApiKey(database, one))?.id);
  const token = String(await beginSession(database, { apiKeyId: id, now: new Date(), lifetimeMs: 60_000 }));
  await ensureBootstrapKey(database, one);
  expect(await findSession(database, token, new Date())).toMatchObject({ id });
  await ensureBootstrapKey(database, other);
  await ensureBootstrapKey(database, one);
  expect(await findApiKey(database, one)).toMatchObject({ id });
  expect(await findSession(database, token, new Date())).toBeNull();

  const later = String(await beginSession(database, { apiKeyId: id, now: new Date(), lifetimeMs: 60_000 }));
  await revokeApiKey(database, id, 'all');
  await ensureBootstrapKey(database, one);
  expect(await findSession(database, later, new Date())).toBeNull();
});

test('a session ends when its key is revoked', async () => {
  const token = String(await begin());
  await revokeApiKey(database, apiKeyId, 'all');
  expect(await findSession(database, token, NOW)).toBeNull();
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createApiKey } from '../api-key/create-api-key.ts';
import { revokeApiKey } from '../api-key/revoke-api-key.ts';
import { closeDatabase, openDatabase, type Database } from '../database.ts';
import { createMigratedDatabase } from '../testing/index.ts';
import { beginSession } from './begin-session.ts';
import { endSession } from './end-session.ts';
import { findSession } from './find-session.ts';

const NOW = new Date('2026-04-03T12:00:00Z');
const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

let database: Database;
let drop: () => Promise<void>;
let apiKeyId: string;

beforeAll(async () => {
  const created = await createMigratedDatabase();
  drop = () => created.drop();
  database = openDatabase({ url: created.url, maxConnections: 4 });
  ({ id: apiKeyId } = await createApiKey(database, { name: 'a', permission: 'full_access', mode: 'live' }));
});
afterAll(async () => {
  await closeDatabase(database);
  await drop();
});

const begin = (linkId?: string) => beginSession(database, { apiKeyId, linkId, now: NOW, lifetimeMs: 1000 });

test('a session is found by its token, which is kept nowhere, until its time is over or it is ended', async () => {
  const token = String(await begin());
  expect(await findSession(database, token, NOW)).toEqual({ id: apiKeyId, permission: 'full_access', mode: 'live' });
  expect(await findSession(database, `${token}x`, NOW)).toBeNull();
  expect(await findSession(database, token, later(1000))).toBeNull();
  const rows = await database.$queryRaw<{ line: string }[]>`SELECT "Session"::text AS line FROM "Session"`;
  expect(rows.map(({ line }) => line).join()).not.toContain(token);
  await endSession(database, token, NOW);
  expect(await findSession(database, token, NOW)).toBeNull();
});

test('a link begins one session, however many try at once, and none after that has ended', async () => {
  const begun = await Promise.all([begin('link'), begin('link'), begin('link')]);
  const tokens = begun.filter((token) => token !== null);
  expect(tokens).toHaveLength(1);
  await endSession(database, String(tokens[0]), NOW);
  expect(await begin('link')).toBeNull();
});

test('a session ends with its key', async () => {
  const token = String(await begin());
  await revokeApiKey(database, apiKeyId);
  expect(await findSession(database, token, NOW)).toBeNull();
});

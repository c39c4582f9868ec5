/** What holds although several processes serve the same database. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createMigratedDatabase } from '@sendoff/db/testing';
import { createTestQueue } from '@sendoff/queue/testing';
import { startServer, type Running } from '../test/run.ts';

const BOOTSTRAP_API_KEY = 'bootstrap-'.repeat(4);

let database: Awaited<ReturnType<typeof createMigratedDatabase>>;
let servers: Running[];
let urls: string[];

beforeAll(async () => {
  database = await createMigratedDatabase();
  await createTestQueue(database.url, undefined);
  const environment = { DATABASE_URL: database.url, SECRET_KEY: 'x'.repeat(32), BOOTSTRAP_API_KEY, PORT: '0' };
  servers = [startServer(environment), startServer(environment)];
  const ports = await Promise.all(servers.map((server) => server.seen(/"port":(\d+)/)));
  urls = ports.map(([, port = '']) => `http://127.0.0.1:${port}`);
});

afterAll(async () => {
  for (const server of servers) server.process.kill('SIGTERM');
  await Promise.all(servers.map(({ ended }) => ended));
  await database.drop();
});

const ask = (url: string, method: string, path: string, key: string, body?: object): Promise<Response> =>
  fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

test('a key that one process deletes is refused by every process within 5 s, and worked until then', async () => {
  const [one = '', other = ''] = urls;
  const created = await ask(one, 'POST', '/api-keys', BOOTSTRAP_API_KEY, { name: 'short-lived' });
  const { id, token } = (await created.json()) as { id: string; token: string };
  for (const url of urls) expect((await ask(url, 'GET', '/emails', token)).status).toBe(200);

  expect((await ask(one, 'DELETE', `/api-keys/${id}`, BOOTSTRAP_API_KEY)).status).toBe(200);
  const deleted = Date.now();
  for (const url of [one, other]) {
    while ((await ask(url, 'GET', '/emails', token)).status !== 401) {
      expect(Date.now() - deleted).toBeLessThan(5000);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  expect(Date.now() - deleted).toBeLessThan(5000);
});

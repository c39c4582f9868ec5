/** What holds although several processes serve the same database. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createMigratedDatabase } from '@sendoff/db/testing';
import { createTestQueue } from '@sendoff/queue/testing';
import { startServer, type Running } from './run.ts';

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

test('a key that one process deletes is refused by it at once and by the others soon, and so are its sessions', async () => {
  const [one = '', other = ''] = urls;
  const created = await ask(one, 'POST', '/api-keys', BOOTSTRAP_API_KEY, { name: 'short-lived' });
  const { id, token } = (await created.json()) as { id: string; token: string };
  const cookies = new Map(await Promise.all(urls.map(async (url) => [url, await signIn(url, token)] as const)));
  const answersOf = (url: string) =>
    Promise.all([statusOf(url, { authorization: `Bearer ${token}` }), statusOf(url, { cookie: cookies.get(url) ?? '' })]);
  for (const url of urls) expect(await answersOf(url)).toEqual([200, 200]);

  expect((await ask(one, 'DELETE', `/api-keys/${id}`, BOOTSTRAP_API_KEY)).status).toBe(200);
  expect(await answersOf(one)).toEqual([401, 401]);
  await until(async () => (await answersOf(other)).every((status) => status === 401));
});

async function signIn(url: string, key: string): Promise<string> {
  const headers = { origin: url, 'content-type': 'application/json' };
  const response = await fetch(`${url}/dashboard/api/session`, { method: 'POST', headers, body: JSON.stringify({ key }) });
  return String(response.headers.get('set-cookie')?.split(';')[0]);
}

const statusOf = async (url: string, headers: Record<string, string>) => (await fetch(`${url}/emails`, { headers })).status;

/** For as long as the test may take. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

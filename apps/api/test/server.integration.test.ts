/** The built API as a process. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createMigratedDatabase } from '@sendoff/db/testing';
import { createTestDatabase } from '@sendoff/testkit';
import { createTestQueue } from '@sendoff/queue/testing';
import { run, startServer, type Running } from './run.ts';

const SECRET_KEY = 'x'.repeat(32);
const BOOTSTRAP_API_KEY = 'bootstrap-'.repeat(4);
const MAIL = { from: 'a@example.com', to: 'b@example.com', subject: 'Hello', text: 'Hello.' };

let database: Awaited<ReturnType<typeof createMigratedDatabase>>;
let complete: Record<string, string>;
const running: Running[] = [];

beforeAll(async () => {
  database = await createMigratedDatabase();
  await createTestQueue(database.url, undefined);
  complete = { DATABASE_URL: database.url, SECRET_KEY, BOOTSTRAP_API_KEY, PORT: '0' };
});

afterEach(async () => {
  for (const server of running.splice(0)) {
    server.process.kill('SIGKILL');
    await server.ended;
  }
});

afterAll(() => database.drop());

async function begin(environment: Record<string, string>) {
  const server = startServer(environment);
  running.push(server);
  const [, port = ''] = await server.seen(/"port":(\d+)/);
  const post = (key: string) =>
    fetch(`http://127.0.0.1:${port}/emails`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(MAIL),
    });
  return { server, port: Number(port), post };
}

describe('start', () => {
  test('lists everything that is wrong with the configuration, and exits 1', async () => {
    const { code, stderr } = await run('server.js', [], {
      DATABASE_URL: 'mysql://u:hunter2@h/x',
      PORT: '99999',
      SHUTDOWN_TIMEOUT: '5 fortnights',
    });
    expect(code).toBe(1);
    for (const name of ['DATABASE_URL', 'SECRET_KEY', 'PORT', 'SHUTDOWN_TIMEOUT']) expect(stderr).toContain(`- ${name} `);
    expect(stderr).not.toContain('hunter2');
  });

  test('says in one line that the database cannot be reached, and where it looked', async () => {
    const { code, stderr } = await run('server.js', [], { DATABASE_URL: 'postgresql://u:hunter2@127.0.0.1:1/x', SECRET_KEY });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^PostgreSQL at 127\.0\.0\.1:1 cannot be used: .*DATABASE_URL\.\n$/);
    expect(stderr).not.toContain('hunter2');
  });

  test('says that migrations are missing, and how to apply them', async () => {
    const empty = await createTestDatabase();
    const { code, stderr } = await run('server.js', [], { DATABASE_URL: empty.url, SECRET_KEY });
    await empty.drop();
    expect(code).toBe(1);
    expect(stderr).toMatch(/(?:npx -y pnpm@12|pnpm) db:migrate/);
  });

  test('a port that is taken is named with the variable to set', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await run('server.js', [], { ...complete, PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(stderr).toBe(`Port ${String(port)} is taken. Set PORT to a free one.\n`);
  });
});

describe('the bootstrap key', () => {
  test('works from the start, also after a restart, and until it is changed', async () => {
    const first = await begin(complete);
    expect((await first.post(BOOTSTRAP_API_KEY)).status).toBe(200);
    const again = await begin(complete);
    expect((await again.post(BOOTSTRAP_API_KEY)).status).toBe(200);
    const changed = await begin({ ...complete, BOOTSTRAP_API_KEY: 'another-one-'.repeat(4) });
    expect((await changed.post(BOOTSTRAP_API_KEY)).status).toBe(401);
    expect((await changed.post('another-one-'.repeat(4))).status).toBe(200);
  });
});

describe('stop', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('%s: what was begun is answered, and it exits 0', async (signal) => {
    const { server, port } = await begin({ ...complete, LOG_LEVEL: 'info' });
    // A request whose body has not come in full when the signal does.
    const body = JSON.stringify(MAIL);
    const stream = new TransformStream<Uint8Array, Uint8Array>();
    const writer = stream.writable.getWriter();
    const response = fetch(`http://127.0.0.1:${String(port)}/emails`, {
      method: 'POST',
      headers: { authorization: `Bearer ${BOOTSTRAP_API_KEY}`, 'content-type': 'application/json' },
      body: stream.readable,
      duplex: 'half',
    });
    await writer.write(Buffer.from(body.slice(0, 10)));
    await fetch(`http://127.0.0.1:${String(port)}/healthz`);

    server.process.kill(signal);
    await server.seen(/"msg":"stopping"/);
    await writer.write(Buffer.from(body.slice(10)));
    await writer.close();
    expect((await response).status).toBe(200);
    expect((await server.ended).code).toBe(0);
  });

  test('what does not end within SHUTDOWN_TIMEOUT is cut off, and it exits 0', async () => {
    const { server, port } = await begin({ ...complete, SHUTDOWN_TIMEOUT: '500ms' });
    const response = fetch(`http://127.0.0.1:${String(port)}/emails`, {
      method: 'POST',
      headers: { authorization: `Bearer ${BOOTSTRAP_API_KEY}`, 'content-type': 'application/json' },
      body: new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('{')) }),
      duplex: 'half',
    }).catch(() => 'cut off');
    await fetch(`http://127.0.0.1:${String(port)}/healthz`);
    server.process.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect(await response).toBe('cut off');
  });
});

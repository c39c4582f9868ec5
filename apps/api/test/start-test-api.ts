/** The API for tests: on a database and a queue of its own, listening on a free port. */
import type { AddressInfo } from 'node:net';
import { createLogger, createReleasers } from '@sendoff/runtime';
import { closeDatabase, createApiKey, openDatabase, type Database, type Mode, type Permission } from '@sendoff/db';
import { createMigratedDatabase } from '@sendoff/db/testing';
import { openDeliveryQueue, type DeliveryQueue } from '@sendoff/queue';
import { createTestQueue } from '@sendoff/queue/testing';
import { buildApp, type AppConfig } from '../src/app.ts';
import { openContract } from './contract.ts';
import type { OpenApiDocument } from './openapi-document.ts';
import { watchResponses } from './watch-responses.ts';

export interface TestApi {
  readonly url: string;
  readonly databaseUrl: string;
  readonly database: Database;
  readonly queue: DeliveryQueue;
  readonly document: OpenApiDocument;
  /** Asks the API as a client would; the body is sent as it is when it is a text. */
  readonly ask: (method: string, path: string, options?: AskOptions) => Promise<Answer>;
  readonly createKey: (permission?: Permission, mode?: Mode) => Promise<{ id: string; token: string }>;
  /** Takes the database away from under the API. */
  dropDatabase(): Promise<void>;
  /** Closes the API and leaves its database. */
  closeApp(): Promise<void>;
  /** Rejects when any response was not as the OpenAPI document says. */
  close(): Promise<void>;
}

export interface AskOptions {
  readonly key?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Empty when the answer is not JSON. */
  readonly body: Record<string, unknown>;
  readonly text: string;
}

/** Starts one; `redisUrl` chooses the engine of the queue, and may lead nowhere. */
export async function startTestApi(redisUrl: string | undefined, config: Partial<AppConfig> = {}): Promise<TestApi> {
  const logger = createLogger({ name: 'test', level: 'silent' });
  const releasers = createReleasers(logger);
  const created = await createMigratedDatabase();
  releasers.push('database', () => created.drop());
  const { location, ...keys } = await createTestQueue(created.url, redisUrl);
  if (redisUrl !== CLOSED_REDIS) releasers.push('queue keys', () => keys.remove());

  const database = openDatabase({ url: created.url, maxConnections: 5 });
  releasers.push('connections', () => closeDatabase(database));
  const queue = openDeliveryQueue({ ...location, logger });
  releasers.push('queue', () => queue.close());
  const app = await buildApp({
    database,
    queue,
    logger,
    config: { publicUrl: 'http://127.0.0.1', secretKey: 'x'.repeat(32), ...config },
  });
  releasers.push('app', () => app.close());
  const document = app.swagger() as unknown as OpenApiDocument;
  const violations: string[] = [];
  watchResponses(app.server, openContract(document), violations);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${String((app.server.address() as AddressInfo).port)}`;

  return {
    url,
    databaseUrl: created.url,
    database,
    queue,
    document,
    ask: (method, path, options) => ask(method, url + path, options),
    createKey: (permission = 'full_access', mode = 'live') => createApiKey(database, { name: 'test', permission, mode }),
    closeApp: () => app.close(),
    dropDatabase: () => created.drop(),
    close: async () => {
      await releasers.releaseAll();
      if (violations.length > 0) throw new Error(`Responses were not as documented:\n${violations.slice(0, 20).join('\n')}`);
    },
  };
}

/** A Redis that is away. Port 1 is reserved, and nothing listens there. */
export const CLOSED_REDIS = 'redis://127.0.0.1:1';

async function ask(method: string, url: string, { key, body, headers }: AskOptions = {}): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  const read = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, headers: response.headers, body: read, text };
}

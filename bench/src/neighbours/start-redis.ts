/** Redis without persistence, since its content can be rebuilt from the table. */
import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '@sendoff/devstack';
import { Redis } from 'ioredis';
import type { Workplace } from '../workplace.ts';

export interface RedisServer {
  readonly pid: number;
  readonly version: string;
  readonly url: string;
}

const START_TIMEOUT_MS = 10_000;
const POLL_MS = 20;

/** Whether `redis-server` is installed. */
export const isRedisInstalled = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

/** Starts Redis on a free port. */
export async function startRedis(workplace: Workplace): Promise<RedisServer> {
  const port = await findFreePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', workplace.directory];
  const server = spawn('redis-server', args, { stdio: 'ignore', detached: true });
  server.unref();
  if (server.pid === undefined) throw new Error('redis-server could not be started');
  workplace.guard(server.pid);

  const url = `redis://127.0.0.1:${String(port)}`;
  const deadline = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    const version = await readVersion(url);
    if (version !== undefined) return { pid: server.pid, version, url };
    if (performance.now() > deadline || server.exitCode !== null) throw new Error('redis-server did not start');
    await sleep(POLL_MS);
  }
}

async function readVersion(url: string): Promise<string | undefined> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return /redis_version:(\S+)/.exec(await client.info('server'))?.[1];
  } catch {
    return undefined;
  } finally {
    client.disconnect();
  }
}

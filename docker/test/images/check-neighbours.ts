/** Checks the commands and health checks of the third-party images in the Compose file. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '@sendoff/testkit';
import { composeService } from './compose-service.ts';
import type { Engine } from './engine.ts';
import { kept } from './kept.ts';
import type { Releases } from './releases.ts';

const PASSWORDS = { POSTGRES_ADMIN_PASSWORD: 'only-for-this-check', REDIS_PASSWORD: 'only-for-this-check' };

/**
 * Runs each from its image if the image is available. Otherwise it runs the command of Redis with the local redis-server, and the
 * health check of PostgreSQL against the server at `postgresUrl`.
 */
export async function checkNeighbours(engine: Engine, postgresUrl: string, releases: Releases): Promise<void> {
  for (const name of ['postgres', 'redis', 'inbox']) {
    const service = composeService(name, PASSWORDS);
    if (await engine.has(service.image)) {
      const container = await engine.start(service.image, service, 'none');
      try {
        await container.becomesHealthy();
        kept(`${name} runs from ${service.image} with the command of the Compose file, and its health check passes`);
      } finally {
        await container.remove();
      }
    } else if (name === 'redis') await checkRedisHere(releases);
    else if (name === 'postgres') checkPostgresAt(postgresUrl);
    else process.stdout.write(`skipped: ${name}, since ${service.image} is not available\n`);
  }
}

async function checkRedisHere(releases: Releases): Promise<void> {
  const { command, healthCheck = [] } = composeService('redis', PASSWORDS);
  const [program = '', ...options] = command;
  const directory = mkdtempSync(join(tmpdir(), 'sendoff-check-redis-'));
  const port = String(await findFreePort());
  const redis = spawn(program, [...options, '--bind', '127.0.0.1', '--port', port, '--dir', directory], { stdio: 'ignore' });
  const exited = once(redis, 'exit');
  // Prevents an unhandled rejection; the result is awaited in `remove`.
  exited.catch(() => undefined);
  const remove = async (): Promise<void> => {
    // With SIGTERM, Redis would save first, and refuse to exit if that fails.
    redis.kill('SIGKILL');
    await exited;
    rmSync(directory, { recursive: true, force: true });
  };
  releases.push(remove);
  try {
    const ask = ([cli = '', ...words]: readonly string[]): string =>
      spawnSync(cli, ['-p', port, ...words], {
        encoding: 'utf8',
        env: { ...process.env, REDISCLI_AUTH: PASSWORDS.REDIS_PASSWORD },
      }).stdout.trim();
    // The health check uses the default port.
    const [shell = '', option = '', check = ''] = healthCheck;
    const isHealthy = (environment: Readonly<Record<string, string>>): boolean =>
      spawnSync(shell, [option, check.replace('redis-cli', `redis-cli -p ${port}`)], { env: { ...process.env, ...environment } })
        .status === 0;
    for (let tries = 0; !isHealthy({ REDISCLI_AUTH: PASSWORDS.REDIS_PASSWORD }); tries += 1) {
      assert.ok(tries < 50, 'redis does not answer');
      await sleep(100);
    }
    assert.ok(!isHealthy({ REDISCLI_AUTH: 'wrong' }), 'redis answers without its password');
    for (const [setting, value] of [
      ['maxmemory-policy', 'noeviction'],
      ['appendonly', 'yes'],
      ['appendfsync', 'everysec'],
      ['maxmemory', String(256 * 1024 * 1024)],
    ] as const) {
      assert.deepEqual(ask(['redis-cli', 'config', 'get', setting]).split('\n'), [setting, value]);
    }
    kept('the command of redis with the local redis-server: persistent, without eviction, protected by a password, and healthy');
  } finally {
    await remove();
  }
}

function checkPostgresAt(url: string): void {
  const { healthCheck: [program = '', ...words] = [] } = composeService('postgres', PASSWORDS);
  const { port } = new URL(url);
  const ask = (at: string) => spawnSync(program, words, { env: { ...process.env, PGPORT: at }, encoding: 'utf8' });
  const { status, stdout, error } = ask(port === '' ? '5432' : port);
  assert.equal(error, undefined);
  assert.equal(status, 0, stdout);
  assert.notEqual(ask('1').status, 0, 'nothing listens there');
  kept('the health check of postgres passes with a running server and fails without one');
}

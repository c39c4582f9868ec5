/** A Redis of our own, which may be killed and comes back empty. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A Redis that keeps nothing on disk. */
export interface OwnRedis {
  readonly url: string;
  /** Ends it with SIGKILL. */
  readonly kill: () => Promise<void>;
  /** Starts it on the same port, empty. Resolves when it answers. */
  readonly start: () => Promise<void>;
  /** Removes all keys. */
  readonly flushAll: () => Promise<void>;
  /** Ends it and deletes its directory. */
  readonly remove: () => Promise<void>;
}

const POLL_MS = 20;
const START_LIMIT_MS = 10_000;

/**
 * Redis is to end when this process does, however that happens. Its guard is a shell that waits for the end of a pipe,
 * and then kills it.
 */
const GUARDED = 'redis-server "$@" & read -r _; kill -KILL $!; wait $!';

/** The version of the Redis on the PATH; undefined where there is none. */
export function redisVersion(): string | undefined {
  const { stdout, error } = spawnSync('redis-server', ['--version'], { encoding: 'utf8' });
  return error === undefined ? /v=([\d.]+)/.exec(stdout)?.[1] : undefined;
}

/** Starts one on `port`. */
export async function startOwnRedis(port: number): Promise<OwnRedis> {
  const directory = mkdtempSync(join(tmpdir(), 'sendoff-chaos-redis-'));
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', directory];
  let guard: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    guard = spawn('sh', ['-c', GUARDED, 'redis', ...settings], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    const deadline = performance.now() + START_LIMIT_MS;
    while (!(await command(port, 'PING').catch(() => '')).startsWith('+PONG')) {
      if (performance.now() > deadline) throw new Error(`Redis does not answer on port ${String(port)}`);
      await sleep(POLL_MS);
    }
  };
  const kill = async (): Promise<void> => {
    if (guard === undefined) return;
    const ended = once(guard, 'exit');
    guard.stdin?.end();
    guard = undefined;
    await ended;
  };

  await start();
  return {
    url: `redis://127.0.0.1:${String(port)}`,
    kill,
    start,
    flushAll: async () => {
      const answer = await command(port, 'FLUSHALL');
      if (!answer.startsWith('+OK')) throw new Error(`Redis answered FLUSHALL with ${answer}`);
    },
    remove: async () => {
      await kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Sends one inline command (https://redis.io/docs/latest/develop/reference/protocol-spec/) and returns the answer. */
async function command(port: number, text: string): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port });
  try {
    await once(socket, 'connect');
    socket.write(`${text}\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString('latin1').trim();
  } finally {
    socket.destroy();
  }
}

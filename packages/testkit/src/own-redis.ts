/** A separate Redis for a test, which may be killed or made to refuse commands. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A Redis without persistence. */
export interface OwnRedis {
  readonly url: string;
  readonly port: number;
  /** Kills it with SIGKILL. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same port, empty. Resolves when it answers. */
  readonly start: () => Promise<void>;
  /** Sends a command and returns the first line of the reply. Throws the error that Redis replies with. */
  readonly command: (text: string) => Promise<string>;
  /** Removes all keys. */
  readonly flushAll: () => Promise<void>;
  /** Makes it a replica of this port, whether or not a server listens there: it keeps its connections and refuses writes. */
  readonly follow: (port: number) => Promise<void>;
  /** Makes it a master again, with its current data. */
  readonly lead: () => Promise<void>;
  /** Makes it refuse to store data, as when its memory is full, or accept data again. */
  readonly setFull: (isFull: boolean) => Promise<void>;
  /** Breaks saving to disk permanently, which makes Redis refuse writes (`MISCONF`). */
  readonly breakSaving: () => Promise<void>;
  /** Stops it and deletes its directory. */
  readonly remove: () => Promise<void>;
}

const POLL_MS = 20;
const START_LIMIT_MS = 10_000;

/** Redis must end when this process does, even after a crash. A guard shell waits for the end of a pipe and then kills it. */
const GUARDED = 'redis-server "$@" & read -r _; kill -KILL $!; wait $!';

/** The version of the Redis in the PATH; undefined if there is none. */
export function redisVersion(): string | undefined {
  const { stdout, error } = spawnSync('redis-server', ['--version'], { encoding: 'utf8' });
  return error === undefined ? /v=([\d.]+)/.exec(stdout)?.[1] : undefined;
}

/** Starts a Redis on `port`. */
export async function startOwnRedis(port: number): Promise<OwnRedis> {
  const directory = mkdtempSync(join(tmpdir(), 'sendoff-own-redis-'));
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', directory];
  let guard: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    guard = spawn('sh', ['-c', GUARDED, 'redis', ...settings], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    const deadline = performance.now() + START_LIMIT_MS;
    while ((await send(port, 'PING').catch(() => '')) !== '+PONG') {
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
  const command = async (text: string): Promise<string> => {
    const answer = await send(port, text);
    if (answer.startsWith('-')) throw new Error(`Redis answered ${text} with ${answer}`);
    return answer;
  };
  const order = (text: string) => async (): Promise<void> => {
    await command(text);
  };

  await start();
  return {
    url: `redis://127.0.0.1:${String(port)}`,
    port,
    kill,
    start,
    command,
    flushAll: order('FLUSHALL'),
    follow: (master) => order(`REPLICAOF 127.0.0.1 ${String(master)}`)(),
    lead: order('REPLICAOF NO ONE'),
    // 1 MB is less than an empty Redis uses.
    setFull: (isFull) => order(`CONFIG SET maxmemory ${isFull ? '1mb' : '0'}`)(),
    breakSaving: async () => {
      rmSync(directory, { recursive: true, force: true });
      await command('CONFIG SET save "3600 1"');
      await command('BGSAVE');
      while (!(await send(port, 'SET probe 1')).startsWith('-MISCONF')) await sleep(POLL_MS);
    },
    remove: async () => {
      await kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/**
 * Sends one inline command (https://redis.io/docs/latest/develop/reference/protocol-spec/) and returns the first line of the
 * reply.
 */
async function send(port: number, text: string): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port });
  try {
    await once(socket, 'connect');
    socket.write(`${text}\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString('latin1').split('\r\n')[0] ?? '';
  } finally {
    socket.destroy();
  }
}

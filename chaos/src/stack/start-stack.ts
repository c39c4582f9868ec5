/** Starts the built programs with their own database, queue and sink. */
import { randomBytes } from 'node:crypto';
import { findFreePort, PROGRAMS, type ReleaseStack } from '@sendoff/devstack';
import { openSink, type Sink } from '../sink/open-sink.ts';
import { CREDENTIALS, type SinkBehaviour } from '../sink/sink-rules.ts';
import { openTables, type Tables } from '../verdict/read-table.ts';
import { inheritedEnvironment, type Variables } from './inherited-environment.ts';
import { startReplicatedRedis, type ReplicatedRedis } from './replicated-redis.ts';
import type { Engine } from './engine.ts';
import type { Cluster } from './open-cluster.ts';
import { keepProgram, type Armament, type KeptProgram } from './keep-program.ts';
import { startOwnRedis, type OwnRedis } from '@sendoff/testkit/own-redis';

export interface StackPlan {
  readonly engine: Engine;
  readonly cluster: Cluster;
  readonly apis: number;
  /** If true, the workers start with `startWorkers` instead of with the stack. */
  readonly workersWait: boolean;
  readonly settings: Variables;
  readonly sink: SinkBehaviour;
  readonly isRedisReplicated: boolean;
  readonly seed: string;
  /** The crash settings of a program, by its name, its number and the number of its start. */
  readonly armed: (program: 'api' | 'worker', which: number, start: number) => Armament | undefined;
  readonly logFile: string;
  readonly signal: AbortSignal;
}

/** A program with an HTTP server. */
export type ServingProgram = KeptProgram & { readonly url: string };

/** A running stack. */
export interface Stack {
  readonly apis: readonly ServingProgram[];
  readonly apiUrls: readonly string[];
  readonly apiKey: string;
  readonly workers: readonly ServingProgram[];
  readonly startWorkers: () => Promise<void>;
  readonly cluster: Cluster;
  /** For a queue on a single Redis. */
  readonly redis: OwnRedis | undefined;
  /** For a queue on a replicated Redis. */
  readonly replicatedRedis: ReplicatedRedis | undefined;
  readonly sink: Sink;
  readonly tables: Tables;
  readonly logFile: string;
}

const WORKERS = 2;

const SETTINGS: Variables = {
  SECRET_KEY: 'only-for-the-length-of-one-run-of-chaos',
  RETRY_SCHEDULE: '1s,1s,2s,2s,3s,3s,5s,5s,10s,10s',
  // PostgreSQL keeps the connections of killed processes for a while, in addition to those of their successors.
  WORKER_CONCURRENCY: '30',
  LOG_LEVEL: 'warn',
  // All emails of a run are submitted with the same key.
  RATE_LIMIT: 'off',
};

/** Short timeouts, since the default of ten minutes would make the tests too slow. */
const RELAY_OPTIONS = 'connectionTimeout=3000&greetingTimeout=3000&socketTimeout=3000';

function relayUrl(port: number, { encryptedAndAuthenticated }: SinkBehaviour): string {
  const address = `127.0.0.1:${String(port)}?${RELAY_OPTIONS}`;
  if (encryptedAndAuthenticated !== true) return `smtp://${address}`;
  const { username, password } = CREDENTIALS;
  return `smtp://${username}:${password}@${address}&tls.rejectUnauthorized=false`;
}

/** Starts everything and resolves when it is ready; `releases` stops it. */
export async function startStack(plan: StackPlan, releases: ReleaseStack): Promise<Stack> {
  const databaseUrl = await plan.cluster.createDatabase(plan.engine, releases, plan.signal);
  const tables = openTables(databaseUrl);
  releases.push(tables.close);
  const isOnRedis = plan.engine === 'redis';
  const replicatedRedis = isOnRedis && plan.isRedisReplicated ? await startReplicatedRedis(releases) : undefined;
  const redis =
    isOnRedis && replicatedRedis === undefined
      ? await releases.acquire(startOwnRedis(await findFreePort()), (own) => own.remove())
      : undefined;
  const redisUrl = (replicatedRedis ?? redis)?.url;
  const sink = await releases.acquire(openSink(plan, await findFreePort()), (own) => own.remove());

  const environment = {
    ...inheritedEnvironment(),
    ...SETTINGS,
    DATABASE_URL: databaseUrl,
    ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
    MAIL_URL: relayUrl(sink.port, plan.sink),
    BOOTSTRAP_API_KEY: randomBytes(24).toString('hex'),
    ...plan.settings,
  };

  const keep = async (name: 'api' | 'worker', which: number): Promise<ServingProgram> => {
    const port = String(await findFreePort());
    plan.signal.throwIfAborted();
    const url = `http://127.0.0.1:${port}`;
    const program = keepProgram({
      name: `${name} ${String(which + 1)}`,
      file: PROGRAMS[name],
      environment: { ...environment, PORT: port, WORKER_PORT: port },
      readyUrl: `${url}/readyz`,
      armed: (start) => plan.armed(name, which, start),
      logFile: plan.logFile,
      signal: plan.signal,
    });
    releases.push(async () => {
      await program.stop();
    });
    return { ...program, url };
  };
  const apis = await inTurn(plan.apis, (which) => keep('api', which));
  const workers: ServingProgram[] = [];
  const startWorkers = async (): Promise<void> => {
    workers.push(...(await inTurn(WORKERS, (which) => keep('worker', which))));
    await Promise.all(workers.map((worker) => worker.ready()));
  };
  await Promise.all([plan.workersWait ? undefined : startWorkers(), ...apis.map((api) => api.ready())]);

  const apiUrls = apis.map(({ url }) => url);
  const { BOOTSTRAP_API_KEY: apiKey } = environment;
  const { cluster, logFile } = plan;
  return { apis, apiUrls, apiKey, workers, startWorkers, cluster, redis, replicatedRedis, sink, tables, logFile };
}

async function inTurn<Value>(count: number, make: (which: number) => Promise<Value>): Promise<Value[]> {
  const made: Value[] = [];
  for (let which = 0; which < count; which += 1) made.push(await make(which));
  return made;
}

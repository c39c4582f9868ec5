/** Creates databases and queues for a measurement and runs the built programs on them. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { findFreePort } from '@sendoff/devstack';
import type { EngineName } from '@sendoff/queue';
import pg from 'pg';
import type { Postgres } from '../neighbours/start-postgres.ts';
import type { RedisServer } from '../neighbours/start-redis.ts';
import { startProgram, type Program } from '../processes/start-program.ts';
import { waitUntil } from '../processes/wait-until.ts';
import type { Workplace } from '../workplace.ts';

/** A migrated database and its queue. */
export interface Deployment {
  readonly name: string;
  readonly engine: EngineName;
  readonly databaseUrl: string;
  /** Undefined for a queue in PostgreSQL. */
  readonly redisUrl: string | undefined;
  readonly prefix: string;
}

/** A running API. */
export interface RunningApi {
  readonly program: Program;
  readonly origin: string;
  readonly key: string;
}

/** The servers shared by all deployments. */
export interface Servers {
  readonly postgres: Postgres;
  readonly redis: RedisServer | undefined;
}

const TEMPLATE = 'sendoff_template';
const READY_TIMEOUT_MS = 60_000;
/** The directory in which Node.js writes a CPU profile of the program; undefined for none. */
export type ProfileDirectory = string | undefined;

/** Creates the template database that deployments copy; it has BullMQ's tables too. */
export async function prepareTemplate(workplace: Workplace, postgres: Postgres): Promise<void> {
  await runStatement(postgres.urlOf('postgres'), `CREATE DATABASE ${TEMPLATE}`);
  const migrate = startProgram(workplace, {
    name: 'migrate',
    file: 'apps/api/dist/migrate.js',
    environment: { DATABASE_URL: postgres.urlOf(TEMPLATE) },
  });
  await migrate.ended;
  if (migrate.exitCode() !== 0) throw migrate.explainEnd();
}

/** Creates a deployment without starting any program. */
export async function createDeployment({ postgres, redis }: Servers, name: string, engine: EngineName): Promise<Deployment> {
  const database = `bench_${name.replaceAll(/\W+/g, '_')}_${engine}`;
  await runStatement(postgres.urlOf('postgres'), `CREATE DATABASE "${database}" TEMPLATE ${TEMPLATE}`);
  const redisUrl = engine === 'redis' ? redis?.url : undefined;
  if (engine === 'redis' && redisUrl === undefined) throw new Error('The Redis engine needs a Redis server.');
  return { name, engine, databaseUrl: postgres.urlOf(database), redisUrl, prefix: database };
}

/** The environment of the programs of a deployment. */
const environmentOf = ({ databaseUrl, redisUrl, prefix }: Deployment): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  ...(redisUrl !== undefined && { REDIS_URL: redisUrl, REDIS_PREFIX: prefix }),
});

/** Starts the API with default settings, as its image does. */
export async function startApi(workplace: Workplace, deployment: Deployment, profile?: ProfileDirectory): Promise<RunningApi> {
  const port = await findFreePort();
  const key = `bench_${randomBytes(24).toString('hex')}`;
  const program = startProgram(workplace, {
    name: `api of ${deployment.name}, ${deployment.engine}`,
    file: 'apps/api/dist/server.js',
    nodeOptions: profileOptions(profile, 'api'),
    environment: {
      ...environmentOf(deployment),
      PORT: String(port),
      SECRET_KEY: randomBytes(24).toString('hex'),
      BOOTSTRAP_API_KEY: key,
      // All emails are submitted with the same key.
      RATE_LIMIT: 'off',
    },
  });
  const origin = `http://127.0.0.1:${String(port)}`;
  await waitUntilReady(program, origin);
  return { program, origin, key };
}

/** Starts a worker with default settings, as its image does. */
export async function startWorker(
  workplace: Workplace,
  deployment: Deployment,
  mailUrl: string,
  profile?: ProfileDirectory,
): Promise<Program> {
  const port = await findFreePort();
  const program = startProgram(workplace, {
    name: `worker of ${deployment.name}, ${deployment.engine}`,
    file: 'apps/worker/dist/main.js',
    nodeOptions: profileOptions(profile, 'worker'),
    environment: { ...environmentOf(deployment), MAIL_URL: mailUrl, WORKER_PORT: String(port) },
  });
  await waitUntilReady(program, `http://127.0.0.1:${String(port)}`);
  return program;
}

/** Runs a statement on a new connection. */
export async function runStatement<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

const profileOptions = (profile: ProfileDirectory, name: string): string[] =>
  profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${join(profile, name)}`];

const waitUntilReady = (program: Program, origin: string): Promise<void> =>
  waitUntil(`${program.name} answers at ${origin}/readyz`, READY_TIMEOUT_MS, async () => {
    if (program.hasEnded()) throw program.explainEnd();
    return fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  });

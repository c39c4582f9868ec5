/** The built programs with a database, a queue and a scripted relay of their own. */
import { createTestDatabase, startScriptedRelay, type RelayScript, type ScriptedRelay } from '@sendoff/testkit';
import { createTestQueue } from '@sendoff/queue/testing';
import type { ApiAccess } from './api-client.ts';
import { findFreePorts } from './ports.ts';
import type { Releases } from './releases.ts';
import { runProgram, startProgram, type Program, type Variables } from './start-program.ts';
import { waitForReady } from './wait-for-ready.ts';

/** A migrated system with an API key; its programs run only after they are started. */
export interface Stack {
  readonly databaseUrl: string;
  readonly api: ApiAccess;
  readonly relay: ScriptedRelay;
  /** The port for bounces and complaints, if SMTP runs with `RETURN_PATH_DOMAIN`. */
  readonly feedbackPort: number;
  /** The environment of the programs. */
  readonly variables: Variables;
  /** Resolves when it is ready. */
  readonly startApi: () => Promise<Program>;
  /** Resolves when it is ready. */
  readonly startWorker: () => Promise<Program>;
  /** Resolves when it is ready. */
  readonly startSmtp: () => Promise<Program>;
  /** Deletes all jobs of this system from the queue. */
  readonly wipeQueue: () => Promise<void>;
}

export interface StackOptions {
  /** The queue is on this Redis, or by default on PostgreSQL. */
  readonly redisUrl?: string | undefined;
  readonly script?: RelayScript;
  /** Additional environment variables. */
  readonly settings?: Variables;
}

/** Prepares everything without starting the programs. */
export async function startStack(releases: Releases, { redisUrl, script, settings }: StackOptions): Promise<Stack> {
  const database = await createTestDatabase();
  releases.add(database.drop);
  const queue = await createTestQueue(database.url, redisUrl);
  releases.add(queue.remove);
  const relay = await startScriptedRelay(script);
  releases.add(relay.close);
  const ports = await findFreePorts(
    'PORT',
    'WORKER_PORT',
    'SUBMISSION_PORT',
    'SUBMISSIONS_PORT',
    'FEEDBACK_PORT',
    'SMTP_HEALTH_PORT',
  );

  const variables = {
    DATABASE_URL: database.url,
    ...(redisUrl !== undefined && { REDIS_URL: redisUrl, REDIS_PREFIX: queue.location.prefix }),
    MAIL_URL: relay.url,
    SECRET_KEY: 'only-for-the-length-of-one-test-run',
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
    LOG_LEVEL: 'warn',
    ...settings,
  };
  await runProgram(releases, 'migrate', variables);
  const key = await runProgram(releases, 'cli', variables, ['keys', 'create', 'end to end', '--quiet']);

  const startReady = async (name: 'api' | 'worker' | 'smtp', port: number): Promise<Program> => {
    const program = startProgram(releases, name, variables);
    await waitForReady(program, `http://127.0.0.1:${String(port)}`);
    return program;
  };
  return {
    databaseUrl: database.url,
    api: { url: `http://127.0.0.1:${String(ports.PORT)}`, key },
    relay,
    feedbackPort: ports.FEEDBACK_PORT,
    variables,
    startApi: () => startReady('api', ports.PORT),
    startWorker: () => startReady('worker', ports.WORKER_PORT),
    wipeQueue: queue.wipe,
    startSmtp: () => startReady('smtp', ports.SMTP_HEALTH_PORT),
  };
}

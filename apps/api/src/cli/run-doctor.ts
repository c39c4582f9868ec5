/** `sendoff doctor`: checks the services that the deployment depends on. */
import { commandLine, loadAdminEnvironment, loadOrExit, type AdminEnvironment } from '@sendoff/config';
import { createLogger, type Logger } from '@sendoff/runtime';
import { findDatabaseProblem } from '@sendoff/db';
import { queueConnection, openDeliveryQueue } from '@sendoff/queue';
import { fail, print } from './print.ts';

/** The result of a check; `problem` says what is wrong and how to fix it, and is null if there is none. */
interface Finding {
  readonly what: string;
  readonly problem: string | null;
}

/** Prints one line per check; the process exits with 1 if there is a problem. */
export async function runDoctor(): Promise<void> {
  const environment = loadOrExit(loadAdminEnvironment);
  const logger = createLogger({ name: 'sendoff', level: 'silent' });
  const findings = [
    await checkDatabase(environment),
    await checkQueue(environment, logger),
    ...(await checkRelays(environment, logger)),
  ];

  for (const { what, problem } of findings) print(problem === null ? `ok       ${what}` : `problem  ${what}: ${problem}`);
  if (environment.MAIL_URL === undefined) print('skipped  relays: MAIL_URL is not set here. The worker needs it.');
  const wrong = findings.filter(({ problem }) => problem !== null).length;
  if (wrong > 0) fail(wrong === 1 ? 'There is 1 problem.' : `There are ${String(wrong)} problems.`);
  else print('No problems found.');
}

async function checkDatabase({ DATABASE_URL }: AdminEnvironment): Promise<Finding> {
  return { what: `database ${hostOf(DATABASE_URL)}`, problem: await findDatabaseProblem(DATABASE_URL) };
}

async function checkQueue(environment: AdminEnvironment, logger: Logger): Promise<Finding> {
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = environment;
  const what = redisUrl === undefined ? `queue in the database ${hostOf(databaseUrl)}` : `queue in Redis ${hostOf(redisUrl)}`;
  const queue = openDeliveryQueue({ ...queueConnection(environment), logger });
  try {
    await queue.ping();
    return { what, problem: null };
  } catch (error) {
    const fix =
      redisUrl === undefined
        ? `Apply the migrations of the queue with: ${commandLine('db:migrate')}`
        : `${adviseOnRedis(reasonOf(error))} Meanwhile email is accepted and sent a few seconds late.`;
    return { what, problem: `${reasonOf(error).replace(/\.$/, '')}. ${fix}` };
  } finally {
    await queue.close();
  }
}

/** How to fix a Redis that rejects writes, by the first word of its error. */
const REDIS_ADVICE = new Map([
  ['READONLY', 'Point REDIS_URL at the primary: this server is a replica.'],
  ['OOM', 'Give Redis more memory (maxmemory), or find out what uses it.'],
  ['MISCONF', 'Check the disk and the log of Redis: it cannot save its data.'],
  ['NOREPLICAS', 'Start the replicas of Redis, or lower min-replicas-to-write.'],
  ['LOADING', 'Wait until Redis has loaded its data.'],
  ['NOPERM', 'Allow the user in REDIS_URL to run scripts and to write keys that begin with REDIS_PREFIX.'],
]);

const adviseOnRedis = (reason: string): string =>
  REDIS_ADVICE.get(reason.split(' ')[0] ?? '') ?? 'Start Redis, or correct REDIS_URL.';

async function checkRelays(environment: AdminEnvironment, logger: Logger): Promise<Finding[]> {
  const { MAIL_URL: urls, MAIL_USERNAME: username, MAIL_PASSWORD: password } = environment;
  if (urls === undefined) return [];
  // Only this command needs the SMTP client.
  const { InvalidRelayUrl, openRelays } = await import('@sendoff/mail');
  try {
    const relays = openRelays({
      urls,
      ...(username !== undefined && { username }),
      ...(password !== undefined && { password }),
      maxConnections: 1,
      logger,
    });
    try {
      const checks = await relays.check();
      return checks.map((check) => ({ what: `relay ${check.relay}`, problem: check.ok ? null : check.problem }));
    } finally {
      await relays.close();
    }
  } catch (error) {
    if (error instanceof InvalidRelayUrl) return [{ what: 'relays', problem: `MAIL_URL ${error.message}` }];
    throw error;
  }
}

const hostOf = (url: string): string => new URL(url).host;

/** The message of the innermost cause, which is the most specific. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.name !== 'AbortError' ? reasonOf(error.cause) : error.message;
}

/** Starts the services that are not configured. */
import { join } from 'node:path';
import type { ChildEnvironment } from './environment/read-process-environment.ts';
import { keepSecrets } from './home/keep-secrets.ts';
import { startInbox, type Inbox } from './inbox/start-inbox.ts';
import type { Plan } from './plan-parts.ts';
import { usePostgres, type LocalPostgres } from './postgres/use-postgres.ts';
import type { ReleaseStack } from './release-stack.ts';

/** The services, and an environment that points to all of them. */
export interface Parts {
  /** For child processes. */
  readonly environment: ChildEnvironment;
  /** Undefined when `DATABASE_URL` is set. */
  readonly postgres: LocalPostgres | undefined;
  /** Resolves when the inbox accepts email; to `undefined` when `MAIL_URL` is set or no inbox was requested. */
  readonly inbox: Promise<Inbox | undefined>;
}

/** The ports of the inbox; with `start: false` it is configured but not started. */
export interface InboxWish {
  readonly start: boolean;
  readonly smtpPort: number;
  readonly webPort: number;
}

/** Prints a message to standard error, separate from the output of the command. */
export const say = (message: string): void => void process.stderr.write(`${message}\n`);

/**
 * Starts the missing services and pushes the functions that stop them onto `releases`.
 *
 * It does not wait for the inbox, which loads slowest and is needed last. Redis is never started: without `REDIS_URL`, the queue
 * is stored in PostgreSQL.
 */
export async function provideParts(raw: ChildEnvironment, plan: Plan, wish: InboxWish, releases: ReleaseStack): Promise<Parts> {
  const { home, missing } = plan;
  const inbox = missing.inbox && wish.start ? provideInbox(home, wish, releases) : Promise.resolve(undefined);
  // Callers that await the inbox get its error; until then, an unhandled rejection must not end the process.
  inbox.catch(() => undefined);

  const postgres = missing.postgres
    ? await releases.acquire(usePostgres({ home, password: keepSecrets(home).postgresPassword, notify: say }), (acquired) =>
        acquired.release(),
      )
    : undefined;

  return {
    environment: {
      ...raw,
      ...(postgres && { DATABASE_URL: postgres.url }),
      ...(missing.inbox && wish.smtpPort !== 0 && { MAIL_URL: `smtp://127.0.0.1:${String(wish.smtpPort)}` }),
      ...(missing.secretKey && { SECRET_KEY: keepSecrets(home).secretKey }),
    },
    postgres,
    inbox,
  };
}

function provideInbox(home: string, { smtpPort, webPort }: InboxWish, releases: ReleaseStack): Promise<Inbox> {
  const inbox = startInbox({ smtpPort, webPort, directory: join(home, 'inbox') });
  return releases.acquire(inbox, (started) => started.stop());
}

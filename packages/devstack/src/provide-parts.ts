/** Starts the parts that the environment does not name. */
import { join } from 'node:path';
import type { ChildEnvironment } from './environment/read-process-environment.ts';
import { keepSecrets } from './home/keep-secrets.ts';
import { startInbox, type Inbox } from './inbox/start-inbox.ts';
import type { Plan } from './plan-parts.ts';
import { usePostgres, type LocalPostgres } from './postgres/use-postgres.ts';
import type { ReleaseStack } from './release-stack.ts';

/** The parts, and an environment that names them all. */
export interface Parts {
  /** For child processes. */
  readonly environment: ChildEnvironment;
  /** Absent when `DATABASE_URL` was set. */
  readonly postgres: LocalPostgres | undefined;
  /** Resolves when the inbox takes email; to `undefined` when `MAIL_URL` was set, or when none was wanted. */
  readonly inbox: Promise<Inbox | undefined>;
}

/** Where the inbox is or would be; `start: false` names it without starting it. */
export interface InboxWish {
  readonly start: boolean;
  readonly smtpPort: number;
  readonly webPort: number;
}

/** What the parts have to say goes beside the output of the command. */
export const say = (message: string): void => void process.stderr.write(`${message}\n`);

/**
 * Starts what is missing and pushes what stops it onto `releases`.
 *
 * It does not wait for the inbox, which takes longest to load and is needed last. `REDIS_URL` is
 * never made up: without it the queue is kept in PostgreSQL.
 */
export async function provideParts(raw: ChildEnvironment, plan: Plan, wish: InboxWish, releases: ReleaseStack): Promise<Parts> {
  const { home, missing } = plan;
  const inbox = missing.inbox && wish.start ? provideInbox(home, wish, releases) : Promise.resolve(undefined);
  // Whoever waits for the inbox hears of its failure; until then it must not end the process.
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

/** All errors of a configuration are reported at once, in words for the operator. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createTestDatabase } from '@sendoff/testkit';
import { createHome } from './testing/create-home.ts';
import { findFreePorts, occupyPort } from './testing/ports.ts';
import type { ProgramName } from './testing/programs.ts';
import { createReleases } from './testing/releases.ts';
import { choosePorts } from './testing/start-everything.ts';
import { runProgram, startProgram, type Variables } from './testing/start-program.ts';

/** `start` first builds what has changed. */
const TEST_LIMIT_MS = 150_000;

const PASSWORD = 'correct-horse-battery';
const DATABASE_URL = `postgresql://sendoff:${PASSWORD}@127.0.0.1:5432/sendoff`;
const COMPLETE = {
  DATABASE_URL,
  MAIL_URL: 'smtp://127.0.0.1:1025',
  SECRET_KEY: 'only-for-the-length-of-one-test-run',
  // Any free ports.
  ...{ SUBMISSION_PORT: '0', SUBMISSIONS_PORT: '0', SMTP_HEALTH_PORT: '0', FEEDBACK_PORT: '0' },
  RETURN_PATH_DOMAIN: 'bounces.acme.example',
};

/** Every value is invalid, and those that may contain a password contain one. */
const ALL_WRONG = {
  DATABASE_URL: `mysql://sendoff:${PASSWORD}@127.0.0.1/sendoff`,
  REDIS_URL: `https://:${PASSWORD}@127.0.0.1:6379`,
  MAIL_URL: `smtp://127.0.0.1:1025,imap://sendoff:${PASSWORD}@127.0.0.1`,
  SECRET_KEY: PASSWORD,
  PORT: 'http',
  WORKER_PORT: '70000',
  INBOX_PORT: '-1',
  RETRY_SCHEDULE: '1m,5 fortnights',
  IN_DOUBT_POLICY: 'perhaps',
  RATE_LIMIT: 'many',
  LOG_LEVEL: 'loud',
};

const EXPLANATIONS: Record<keyof typeof ALL_WRONG, RegExp> = {
  DATABASE_URL: /DATABASE_URL begins with mysql: and must begin with postgresql:/,
  REDIS_URL: /REDIS_URL begins with https: and must begin with redis:/,
  MAIL_URL: /MAIL_URL begins with imap: and must begin with smtp:/,
  SECRET_KEY: /SECRET_KEY has 21 characters and must have at least 32/,
  PORT: /\bPORT is "http", and must be a whole number/,
  WORKER_PORT: /WORKER_PORT is "70000", and must be a whole number/,
  INBOX_PORT: /INBOX_PORT is "-1", and must be a whole number/,
  RETRY_SCHEDULE: /RETRY_SCHEDULE contains "5 fortnights", which is not a duration/,
  IN_DOUBT_POLICY: /IN_DOUBT_POLICY is "perhaps", and must be one of: retry, hold/,
  RATE_LIMIT: /RATE_LIMIT is "many", which is not a rate/,
  LOG_LEVEL: /LOG_LEVEL is "loud", and must be one of:/,
};

const READ_BY: { name: ProgramName; variables: (keyof typeof ALL_WRONG)[] }[] = [
  { name: 'api', variables: ['DATABASE_URL', 'REDIS_URL', 'SECRET_KEY', 'PORT', 'RATE_LIMIT', 'LOG_LEVEL'] },
  {
    name: 'worker',
    variables: [
      'DATABASE_URL',
      'REDIS_URL',
      'MAIL_URL',
      'SECRET_KEY',
      'WORKER_PORT',
      'RETRY_SCHEDULE',
      'IN_DOUBT_POLICY',
      'LOG_LEVEL',
    ],
  },
  { name: 'smtp', variables: ['DATABASE_URL', 'REDIS_URL', 'SECRET_KEY', 'RATE_LIMIT', 'LOG_LEVEL'] },
  { name: 'migrate', variables: ['DATABASE_URL', 'REDIS_URL', 'MAIL_URL', 'LOG_LEVEL'] },
  { name: 'start', variables: Object.keys(ALL_WRONG) as (keyof typeof ALL_WRONG)[] },
];

const releases = createReleases();
afterEach(releases.releaseAll);

describe.each(READ_BY)('$name', ({ name, variables }) => {
  test(
    'reports all invalid variables at once',
    async () => {
      const complaints = await refusalOf(name, { ...ALL_WRONG, SENDOFF_HOME: createHome(releases) });
      for (const variable of variables) expect(complaints).toMatch(EXPLANATIONS[variable]);
      expect(complaints.match(/^ {2}- /gm)).toHaveLength(variables.length);
    },
    TEST_LIMIT_MS,
  );

  test(
    'reports that nothing listens on the address of the database',
    async () => {
      const { database, ...ports } = await findFreePorts('database', 'PORT', 'WORKER_PORT');
      const complaints = await refusalOf(name, {
        ...COMPLETE,
        ...asText(ports),
        DATABASE_URL: DATABASE_URL.replace('5432', String(database)),
        SENDOFF_HOME: createHome(releases),
      });
      expect(complaints).toMatch(`PostgreSQL at 127.0.0.1:${String(database)} cannot be used: nothing listens there`);
      expect(complaints).toMatch('DATABASE_URL');
    },
    TEST_LIMIT_MS,
  );
});

test.each([
  ['api', ['DATABASE_URL', 'SECRET_KEY']],
  ['worker', ['DATABASE_URL', 'MAIL_URL']],
  ['smtp', ['DATABASE_URL']],
  ['migrate', ['DATABASE_URL']],
] as const)('%s names every variable that it needs and was not given', async (name, variables) => {
  const complaints = await refusalOf(name, {});
  for (const variable of variables) expect(complaints).toMatch(`${variable} is not set`);
});

test.each(['worker', 'start'] as const)(
  '%s reports that a password must be percent-encoded, with the names of the variables',
  async (name) => {
    const variables = {
      DATABASE_URL: `postgresql://sendoff:12/${PASSWORD}@127.0.0.1:5432/sendoff`,
      REDIS_URL: `redis://:${PASSWORD}%@127.0.0.1:6379`,
      MAIL_URL: `smtp://127.0.0.1:25,smtp://sendoff:1,${PASSWORD}@127.0.0.1`,
    };
    const complaints = await refusalOf(name, { ...COMPLETE, ...variables, SENDOFF_HOME: createHome(releases) });
    for (const variable of Object.keys(variables)) {
      expect(complaints).toMatch(
        new RegExp(`${variable} has a user name or password with a character that must be percent-encoded`),
      );
    }
  },
  TEST_LIMIT_MS,
);

test.each(['api', 'worker', 'smtp'] as const)('%s explains what to do when the database is not migrated', async (name) => {
  const database = await createTestDatabase();
  releases.add(database.drop);
  expect(await refusalOf(name, { ...COMPLETE, DATABASE_URL: database.url })).toMatch(
    /lacks \d+ of the migrations.*(?:npx -y pnpm@12|pnpm) db:migrate/,
  );
});

test.each(['api', 'worker', 'smtp'] as const)(
  '%s explains what to do when the database was migrated for a queue in Redis but no Redis is configured',
  async (name) => {
    const database = await createTestDatabase();
    releases.add(database.drop);
    const variables = { ...COMPLETE, DATABASE_URL: database.url };
    await runProgram(releases, 'migrate', { ...variables, REDIS_URL: 'redis://127.0.0.1:6379' });
    expect(await refusalOf(name, variables)).toMatch(
      /^The queue in the database at .* has no tables\. .*(?:npx -y pnpm@12|pnpm) db:migrate$/,
    );
    await runProgram(releases, 'migrate', variables);
    const program = startProgram(releases, name, { ...variables, PORT: '0', WORKER_PORT: '0' });
    expect(await Promise.race([program.ended, sleep(2000, 'runs')])).toBe('runs');
  },
);

test.each([
  ['api', 'PORT'],
  ['worker', 'WORKER_PORT'],
  ['smtp', 'SMTP_HEALTH_PORT'],
  ['smtp', 'SUBMISSION_PORT'],
  ['smtp', 'FEEDBACK_PORT'],
] as const)('%s names the variable to set when its port is taken', async (name, variable) => {
  const database = await createTestDatabase();
  releases.add(database.drop);
  const variables = { ...COMPLETE, DATABASE_URL: database.url, LOG_LEVEL: 'fatal' };
  await runProgram(releases, 'migrate', variables);

  const { port, free } = await occupyPort();
  releases.add(free);
  const complaints = await refusalOf(name, { ...variables, [variable]: String(port) });
  expect(complaints).toBe(`Port ${String(port)} is taken. Set ${variable} to a free one.`);
});

test.each(['PORT', 'WORKER_PORT', 'INBOX_PORT', 'INBOX_SMTP_PORT'])(
  'start reports %s and how to change it when that port is in use',
  async (variable) => {
    const { port, free } = await occupyPort();
    releases.add(free);
    const ports = await choosePorts();
    const complaints = await refusalOf('start', { ...ports, [variable]: String(port), SENDOFF_HOME: createHome(releases) });
    expect(complaints).toContain(`Port ${String(port)} is taken. Set ${variable} to a free one, for example: ${variable}=`);
  },
  TEST_LIMIT_MS,
);

/** The standard error of a program, which must exit with 1 and a plain message without secrets. */
async function refusalOf(name: ProgramName, variables: Variables): Promise<string> {
  const program = startProgram(releases, name, variables);
  expect(await program.ended).toBe(1);
  const everything = `${program.output()}\n${program.complaints()}`;
  expect(everything).not.toMatch(/^\s+at .+:\d+:\d+/m);
  expect(everything).not.toContain(PASSWORD);
  return program.complaints();
}

const asText = (ports: Readonly<Record<string, number>>): Variables =>
  Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)]));

/** The built admin CLI as a process. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { closeDatabase, openDatabase, type Database } from '@sendoff/db';
import { createMigratedDatabase } from '@sendoff/db/testing';
import { createTestDatabase } from '@sendoff/testkit';
import { startScriptedRelay } from '@sendoff/testkit/scripted-relay';
import { createTestQueue } from '@sendoff/queue/testing';
import { beginAttempt, endAttempt } from './play-attempt.ts';
import { run } from './run.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}';

let created: Awaited<ReturnType<typeof createMigratedDatabase>>;
let database: Database;

beforeAll(async () => {
  created = await createMigratedDatabase();
  await createTestQueue(created.url, undefined);
  database = openDatabase({ url: created.url, maxConnections: 2 });
});
afterAll(async () => {
  await closeDatabase(database);
  await created.drop();
});

const sendoff = (args: readonly string[], environment: Record<string, string> = {}) =>
  run('cli.js', args, { DATABASE_URL: created.url, ...environment });

describe('keys', () => {
  test('are made once, shown, listed without their secret, and revoked', async () => {
    expect((await sendoff(['keys', 'list'])).stdout).toMatch(/There are no API keys/);
    const first = await sendoff(['keys', 'create', 'my app', '--if-none', '--quiet']);
    expect(first).toEqual({ code: 0, stderr: '', stdout: expect.stringMatching(/^re_so_live_[\w-]{43}\n$/) });
    expect(await sendoff(['keys', 'create', 'my app', '--if-none', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });

    const second = await sendoff(['keys', 'create', 'sender', '--permission', 'sending_access', '--test']);
    expect(second.stdout).toMatch(/re_so_test_[\w-]{43}/);
    const { stdout } = await sendoff(['keys', 'list']);
    expect(stdout).toMatch(/sending_access +test .*sender\n/);
    expect(stdout).not.toContain(first.stdout.trim());

    const [id = ''] = new RegExp(UUID).exec(stdout) ?? [];
    expect(await sendoff(['keys', 'revoke', id])).toMatchObject({ code: 0, stdout: `Revoked ${id}.\n` });
    expect(await sendoff(['keys', 'revoke', id])).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no key') });
  });
});

describe('the limits of a key', () => {
  const LIMITS = ['--expires', '2127-04-03T22:13:42Z', '--network', '192.0.2.0/24', '--network', '2001:db8::7'];
  const idIn = (output: string): string => new RegExp(UUID).exec(output)?.[0] ?? '';
  const listed = async (id: string): Promise<string> =>
    (await sendoff(['keys', 'list'])).stdout.split('\n').find((line) => line.startsWith(id)) ?? '';

  test('are set, listed with what is used of them, and taken away', async () => {
    const { stdout } = await sendoff(['keys', 'create', 'limited', ...LIMITS, '--sender', 'ACME.example', '--daily-emails', '5']);
    const id = idIn(stdout);
    const described = 'expires 2127-04-03T22:13:42.000Z, from 192.0.2.0/24 2001:db8::7/128, as acme.example, 5 emails a day';
    expect(stdout).toContain(`limits: ${described}.`);
    expect(await listed(id)).toContain(described);

    await database.apiKeyUsage.create({ data: { apiKeyId: id, day: new Date(), emails: 3, bytes: 700n } });
    expect(await listed(id)).toContain('3 of 5 emails today');
    const none = ['--expires', 'never', '--network', 'any', '--sender', 'any', '--daily-emails', 'none', '--daily-bytes', '2MB'];
    expect(await sendoff(['keys', 'update', id, ...none])).toEqual({ code: 0, stdout: `Updated ${id}.\n`, stderr: '' });
    expect(await listed(id)).toMatch(/ 700 of 2000000 bytes today +limited$/);
  });

  test.each([
    [['--expires', '2020-01-01T00:00:00Z'], /must be in the future/],
    [['--expires', '0d'], /must be in the future/],
    [['--network', '192.0.2.7/24'], /write 192\.0\.2\.0\/24/],
    [['--sender', 'acme'], /must be an address such as/],
    [['--daily-emails', '0'], /must be a whole number from 1/],
    [['--daily-bytes', '2TB'], /must be a whole number from 1/],
  ])('are refused when they are not valid: %j', async (args, message) => {
    const result = await sendoff(['keys', 'create', 'never', ...args]);
    expect(result).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
    expect((await sendoff(['keys', 'list'])).stdout).not.toContain('never\n');
  });
});

describe('the weight of a key', () => {
  const idIn = (output: string): string => new RegExp(UUID).exec(output)?.[0] ?? '';
  const listed = async (id: string): Promise<string> =>
    (await sendoff(['keys', 'list'])).stdout.split('\n').find((line) => line.startsWith(id)) ?? '';

  test('is set, listed where it is not 1, and changed', async () => {
    const { stdout } = await sendoff(['keys', 'create', 'resets', '--weight', '3', '--daily-emails', '5']);
    expect(stdout).toContain(', weight 3, limits: 5 emails a day.');
    const id = idIn(stdout);
    expect(await listed(id)).toMatch(/ never +3 +5 emails a day +resets$/);
    expect(await sendoff(['keys', 'update', id, '--weight', '1'])).toMatchObject({ code: 0, stdout: `Updated ${id}.\n` });
    expect(await listed(id)).toMatch(/ never +5 emails a day +resets$/);
  });

  test.each(['0', '11', '1.5', '-1', 'none'])('is refused when it is %s', async (weight) => {
    expect(await sendoff(['keys', 'create', 'never', `--weight=${weight}`])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('must be a whole number from 1 to 10'),
    });
  });
});

describe('suppressions', () => {
  test('go into a file and come out of one, with each bad line by its number', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'sendoff-suppressions-'));
    const file = join(directory, 'list.csv');
    await writeFile(file, 'email,origin\nAda@example.com,bounce\nnobody,\nbob@example.com,\n');
    expect(await sendoff(['suppressions', 'import', file])).toEqual({
      code: 1,
      stdout: 'Added 2; 0 already on the list.\n',
      stderr: expect.stringMatching(/^Line 3: The email must be .*\n1 line was skipped\.\n$/),
    });
    const copy = join(directory, 'copy.csv');
    expect(await sendoff(['suppressions', 'export', copy])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await readFile(copy, 'utf8')).toMatch(
      /^email,origin,source_id,created_at\nada@example\.com,bounce,,.*Z\nbob@example\.com,manual,,.*Z\n$/,
    );
    expect((await sendoff(['suppressions', 'export', '-'])).stdout).toBe(await readFile(copy, 'utf8'));
    expect(await sendoff(['suppressions', 'import', copy])).toMatchObject({
      code: 0,
      stdout: 'Added 0; 2 already on the list.\n',
    });
    expect(await sendoff(['suppressions', 'import', join(directory, 'none')])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Cannot use '),
    });
    await rm(directory, { recursive: true });
  });
});

describe('send', () => {
  test('keeps an email by the same checks as over HTTP', async () => {
    const { code, stdout } = await sendoff(
      ['send', '--to', 'a@example.com', 'b@example.com', '--subject', 'Grüße', '--html', '<p>Hi</p>'],
      {
        MAIL_DEFAULT_FROM: 'Acme <acme@example.com>',
      },
    );
    expect(code).toBe(0);
    const [id = ''] = new RegExp(UUID).exec(stdout) ?? [];
    const email = await database.emailRecord.findUniqueOrThrow({ where: { id }, include: { content: true } });
    expect(email).toMatchObject({
      from: 'Acme <acme@example.com>',
      to: ['a@example.com', 'b@example.com'],
      subject: 'Grüße',
      status: 'queued',
      apiKeyId: null,
      content: { html: '<p>Hi</p>', text: 'Hi' },
    });
  });

  test.each([
    [['--to', 'nobody', '--from', 'a@example.com'], /^The `to` field, item 1: must be an email address/],
    [['--to', 'b@example.com'], /^Missing `from` field\.$/m],
    [
      ['--to', 'b@example.com', '--from', 'a@example.com', '--subject', 'x\r\ny'],
      /^The `subject` field must not contain a line break/,
    ],
  ])('%j is explained, and nothing is kept', async (args, problem) => {
    const before = await database.emailRecord.count();
    expect(await sendoff(['send', ...args])).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(problem) });
    expect(await database.emailRecord.count()).toBe(before);
  });

  test('--at keeps it for later, and a time in the past is explained', async () => {
    const args = ['send', '--to', 'b@example.com', '--from', 'a@example.com', '--at'];
    const { stdout } = await sendoff([...args, 'in 2 hours']);
    const [id = ''] = new RegExp(UUID).exec(stdout) ?? [];
    const email = await database.emailRecord.findUniqueOrThrow({ where: { id } });
    expect(email.status).toBe('scheduled');
    expect(Math.abs((email.scheduledAt?.getTime() ?? 0) - Date.now() - 7_200_000)).toBeLessThan(60_000);
    expect(await sendoff([...args, '2020-01-01'])).toMatchObject({ code: 1, stderr: expect.stringContaining('`scheduled_at`') });
  });

  test('--wait follows it to its end', async () => {
    const known = new Set((await database.emailRecord.findMany()).map(({ id }) => id));
    const waiting = sendoff(['send', '--to', 'a@example.com', '--from', 'b@example.com', '--wait']);
    let id: string | undefined;
    for (const deadline = Date.now() + 15_000; id === undefined && Date.now() < deadline;) {
      id = (await database.emailRecord.findMany()).map((email) => email.id).find((one) => !known.has(one));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const emailId = id ?? '';
    const n = (await beginAttempt(database, emailId)) ?? 0;
    const reply = { replyCode: 550, enhancedCode: '5.1.1', replyText: '5.1.1 No such user' };
    await endAttempt(
      database,
      emailId,
      n,
      { ...reply, outcome: 'bounced', reason: 'unknown_user' },
      {
        status: 'bounced',
        retryInMs: null,
        retryCount: 0,
        recipients: [{ ...reply, address: 'a@example.com', state: 'bounced' }],
        events: [{ type: 'bounced', data: {} }],
      },
    );
    expect(await waiting).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^Accepted .*bounced: unknown_user: 550 5\.1\.1 No such user\n$/s),
      stderr: 'The email was not sent. Its status is bounced.\n',
    });
  });

  test('keeps the email while the queue is away', async () => {
    const environment = { REDIS_URL: 'redis://127.0.0.1:1' };
    expect(await sendoff(['send', '--to', 'a@example.com', '--from', 'b@example.com'], environment)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Accepted /),
    });
  });
});

describe('doctor', () => {
  test('finds nothing where all is well', async () => {
    const relay = await startScriptedRelay();
    const { code, stdout } = await sendoff(['doctor'], { MAIL_URL: relay.url });
    await relay.close();
    expect(stdout).toMatch(/^ok +database .*\nok +queue .*\nok +relay smtp:.*\nNo problems found\.\n$/);
    expect(code).toBe(0);
  });

  test('names everything that is wrong and what to fix, and exits 1', async () => {
    const empty = await createTestDatabase();
    const { code, stdout, stderr } = await sendoff(['doctor'], {
      DATABASE_URL: empty.url,
      REDIS_URL: 'redis://:hunter2@127.0.0.1:1',
      MAIL_URL: 'smtp://u:hunter2@127.0.0.1:1',
    });
    await empty.drop();
    expect(code).toBe(1);
    expect(stdout).toMatch(/^problem +database .*(?:npx -y pnpm@12|pnpm) db:migrate$/m);
    expect(stdout).toMatch(/^problem +queue in Redis 127\.0\.0\.1:1: .*REDIS_URL/m);
    expect(stdout).toMatch(/^problem +relay smtp:\/\/127\.0\.0\.1:1: .*MAIL_URL/m);
    expect(stderr).toBe('There are 3 problems.\n');
    expect(stdout).not.toContain('hunter2');
  });
});

describe('what is called wrongly', () => {
  test.each([
    [[]],
    [['nonsense']],
    [['keys', 'create']],
    [['keys', 'create', 'x', '--permission', 'all']],
    [['keys', 'revoke', 'x']],
    [['send']],
  ])('%j exits 2', async (args: string[]) => {
    expect(await sendoff(args)).toMatchObject({ code: 2, stdout: '' });
  });

  test('a deployment that is not configured is explained', async () => {
    expect(await run('cli.js', ['keys', 'list'], {})).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('DATABASE_URL is not set'),
    });
  });
});

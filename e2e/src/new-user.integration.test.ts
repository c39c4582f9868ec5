/** The first start: one command, an email in the inbox, Ctrl-C, and a second start with the same data. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createTestDatabase, queueEngines, startScriptedRelay } from '@sendoff/testkit';
import { createTestQueue } from '@sendoff/queue/testing';
import { readEmail } from './testing/api-client.ts';
import { createHome } from './testing/create-home.ts';
import { pasteLine } from './testing/paste-line.ts';
import { isPortOpen } from './testing/ports.ts';
import { ROOT } from './testing/programs.ts';
import { createReleases } from './testing/releases.ts';
import { choosePorts, pressCtrlC, startEverything, type RunningEverything } from './testing/start-everything.ts';
import type { Variables } from './testing/start-program.ts';
import { waitUntil } from './testing/wait-until.ts';

const TEST_LIMIT_MS = 300_000;
const INBOX_LIMIT_MS = 20_000;
/** Matches the embedded PostgreSQL among the processes. */
const POSTGRES = /\bpostgres -D /;

const releases = createReleases();
afterEach(releases.releaseAll, TEST_LIMIT_MS);

// `start` reads .env. An existing one would change the test, so it is skipped.
const onlyWithoutDotEnv = existsSync(join(ROOT, '.env')) ? describe.skip : describe;

onlyWithoutDotEnv('one command', () => {
  test(
    'runs everything, delivers the printed example to the inbox, and keeps the data for the next start',
    async () => {
      const ports = await choosePorts();
      const variables = { ...ports, SENDOFF_HOME: createHome(releases) };

      const first = await startEverything(releases, variables);
      const { apiUrl, inboxUrl, key, curlLine } = first.banner;
      expect(apiUrl).toBe(`http://127.0.0.1:${String(ports['PORT'])}`);
      expect(key).toMatch(/^re_so_live_\S{43}$/);
      expect(first.processes.filter(({ command }) => POSTGRES.test(command))).toHaveLength(1);

      const { id } = (await pasteLine(curlLine)) as { id: string };
      const accepted = performance.now();
      const subject = await waitUntil('the email in the inbox', INBOX_LIMIT_MS, () => firstSubjectIn(inboxUrl));
      const inInboxAfterMs = performance.now() - accepted;
      expect(subject).toBe('Hello from Sendoff');

      const goneAfterMs = await pressCtrlC(first);
      expect(await first.program.ended).toBe(0);
      expect(await openOf(ports)).toEqual([]);

      const second = await startEverything(releases, variables);
      expect(second.banner.key).toBeUndefined();
      expect(second.program.output()).not.toContain('re_so_live_');
      expect(await readEmail({ url: apiUrl, key: String(key) }, id)).toMatchObject({ status: 'sent', subject });
      const again = await pasteLine(second.banner.curlLine, { SENDOFF_KEY: String(key) });
      expect(again).toHaveProperty('id');
      await pressCtrlC(second);
      expect(await openOf(ports)).toEqual([]);

      const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
      process.stdout.write(
        `First start to ready: ${seconds(first.readyAfterMs)}, second: ${seconds(second.readyAfterMs)}; ` +
          `accepted to inbox: ${seconds(inInboxAfterMs)}; Ctrl-C to the last exit: ${seconds(goneAfterMs)}.\n`,
      );
    },
    TEST_LIMIT_MS,
  );

  test.each(queueEngines())(
    'starts no embedded service when all services are configured, with the queue on $name',
    async ({ redisUrl }) => {
      const ports = await choosePorts();
      const home = createHome(releases);
      const { parts, relay } = await provideRealParts(redisUrl);

      const everything = await startEverything(releases, { ...ports, ...parts, SENDOFF_HOME: home });
      expect(everything.banner.inboxUrl).toBeUndefined();
      expect(everything.processes.filter(({ command }) => POSTGRES.test(command))).toEqual([]);
      expect(existsSync(join(home, 'postgres'))).toBe(false);
      expect(await openOf(ports)).toEqual(['PORT', 'WORKER_PORT', 'SUBMISSION_PORT', 'SUBMISSIONS_PORT', 'SMTP_HEALTH_PORT']);
      expect(everything.program.output()).toContain(`"engine":"${redisUrl === undefined ? 'postgres' : 'redis'}"`);

      const { id } = (await pasteLine(everything.banner.curlLine)) as { id: string };
      const [received] = await relay.waitFor(1, INBOX_LIMIT_MS);
      expect(received?.envelope.to).toEqual(['you@example.com']);
      expect(received?.raw.toString()).toContain(`Message-ID: <${id}@`);

      await pressCtrlC(everything);
      expect(await everything.program.ended).toBe(0);
    },
    TEST_LIMIT_MS,
  );
});

/** A database, a queue and a relay that already exist. */
async function provideRealParts(redisUrl: string | undefined) {
  const database = await createTestDatabase();
  releases.add(database.drop);
  const relay = await startScriptedRelay();
  releases.add(relay.close);
  const parts = { DATABASE_URL: database.url, MAIL_URL: relay.url };
  if (redisUrl === undefined) return { parts, relay };

  const queue = await createTestQueue(database.url, redisUrl);
  releases.add(() => queue.remove());
  return { parts: { ...parts, REDIS_URL: redisUrl, REDIS_PREFIX: queue.location.prefix }, relay };
}

/** The subject of the first email, from the REST API of the inbox. */
async function firstSubjectIn(inboxUrl: RunningEverything['banner']['inboxUrl']): Promise<string | undefined> {
  const response = await fetch(`${String(inboxUrl)}/api/email`);
  const emails = (await response.json()) as { subject: string }[];
  return emails[0]?.subject;
}

/** The variables whose ports are in use. */
async function openOf(ports: Variables): Promise<string[]> {
  const states = await Promise.all(
    Object.entries(ports).map(async ([name, port]) => ({ name, open: await isPortOpen(Number(port)) })),
  );
  return states.filter(({ open }) => open).map(({ name }) => name);
}

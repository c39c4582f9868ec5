/** Tests of the wired process, for what its parts cannot show alone. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deriveKey, createLogger, type Releasers } from '@sendoff/runtime';
import { acceptSubmissions, closeDatabase, createWebhook, openDatabase, type Database } from '@sendoff/db';
import { createMigratedDatabase, sampleSubmission } from '@sendoff/db/testing';
import { findFreePort, temporaryCertificate } from '@sendoff/testkit';
import { openReturnPaths } from '@sendoff/feedback/return-path';
import { consumeWebhooks } from '@sendoff/queue';
import { createTestQueue } from '@sendoff/queue/testing';
import { handOver } from '../test/hand-over.ts';
import { openDialogue } from '../test/smtp-dialogue.ts';
import { loadServerEnvironment } from './startup/load-server-environment.ts';
import { startSmtp } from './start-smtp.ts';

const SECRET_KEY = 'x'.repeat(32);
const RETURN_PATH_DOMAIN = 'bounces.acme.example';
const logger = createLogger({ name: 'test', level: 'silent' });

const directory = mkdtempSync(join(tmpdir(), 'sendoff-'));
const files = { SMTP_TLS_CERT: join(directory, 'smtp.crt'), SMTP_TLS_KEY: join(directory, 'smtp.key') };
let created: Awaited<ReturnType<typeof createMigratedDatabase>>;
let location: Awaited<ReturnType<typeof createTestQueue>>['location'];
let database: Database;
let smtp: Releasers;
let feedbackPort: number;

async function placeCertificate(): Promise<string> {
  const { cert, key } = await temporaryCertificate();
  writeFileSync(files.SMTP_TLS_CERT, cert);
  writeFileSync(files.SMTP_TLS_KEY, key);
  return cert.replaceAll(/-----[A-Z ]+-----|\s/g, '');
}

beforeAll(async () => {
  await placeCertificate();
  created = await createMigratedDatabase();
  ({ location } = await createTestQueue(created.url, undefined));
  database = openDatabase({ url: created.url, maxConnections: 2 });
  feedbackPort = await findFreePort();
  const ports = {
    SUBMISSION_PORT: String(await findFreePort()),
    SUBMISSIONS_PORT: String(await findFreePort()),
    FEEDBACK_PORT: String(feedbackPort),
    SMTP_HEALTH_PORT: String(await findFreePort()),
  };
  const addresses = { DATABASE_URL: created.url, REDIS_PREFIX: location.prefix, HOST: '127.0.0.1' };
  smtp = await startSmtp(loadServerEnvironment({ ...addresses, ...ports, ...files, SECRET_KEY, RETURN_PATH_DOMAIN }), logger);
});
afterAll(async () => {
  await smtp.releaseAll();
  await closeDatabase(database);
  await created.drop();
  rmSync(directory, { recursive: true });
});

test('a renewed certificate is used by the feedback server too', async () => {
  const renewed = await placeCertificate();
  process.emit('SIGHUP');
  const dialogue = await openDialogue(feedbackPort);
  await dialogue.hear();
  await dialogue.say('EHLO mx.example.com');
  await dialogue.say('STARTTLS');
  const encrypted = await dialogue.encrypt();
  expect(encrypted.certificate()).toBe(renewed);
  encrypted.cut();
});

test('a bounce queues a job for each webhook that subscribes to it', async () => {
  const { id: endpointId } = await createWebhook(database, { url: 'https://hooks.example.com/', events: ['email.bounced'] });
  const submission = sampleSubmission({ to: ['gone@example.com'], recipients: [{ address: 'gone@example.com', kind: 'to' }] });
  await acceptSubmissions(database, [submission]);
  const looked: string[] = [];
  const consumer = consumeWebhooks({ ...location, logger, look: (job) => Promise.resolve(void looked.push(job.endpointId)) });
  await consumer.ready();

  const message = [
    ...['Content-Type: multipart/report; report-type=delivery-status; boundary=b', '', '--b'],
    ...['Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; relay.example', ''],
    ...['Final-Recipient: rfc822; gone@example.com', 'Action: failed', 'Status: 5.1.1', '', '--b--'],
  ].join('\r\n');
  const to = [
    openReturnPaths({ domain: RETURN_PATH_DOMAIN, key: deriveKey('returnPath', SECRET_KEY).toString('hex') }).addressOf(
      submission.id,
    ),
  ];
  expect((await handOver({ port: feedbackPort, to, message })).at(-1)).toMatch(/^250/);
  const deadline = Date.now() + 5000;
  while (looked.length === 0 && Date.now() < deadline) await sleep(20);
  await consumer.close();
  expect(looked).toContain(endpointId);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createLogger } from '@sendoff/runtime';
import { temporaryCertificate } from '@sendoff/testkit';
import { openDialogue } from '../../test/smtp-dialogue.ts';
import { startTestSubmission } from '../../test/start-test-submission.ts';
import type { Certificate } from './read-certificate.ts';
import { watchCertificate } from './watch-certificate.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
let directory: string;
let files: { readonly cert: string; readonly key: string };
let used: Certificate[];
let stop: () => void;

const write = ({ cert, key }: Partial<Certificate>): void => {
  if (cert !== undefined) writeFileSync(files.cert, cert);
  if (key !== undefined) writeFileSync(files.key, key);
};

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'sendoff-'));
  files = { cert: join(directory, 'smtp.crt'), key: join(directory, 'smtp.key') };
  write(await temporaryCertificate());
  used = [];
  stop = watchCertificate(files, { use: (certificate) => used.push(certificate), logger, lookEveryMs: 50 });
});
afterEach(() => {
  stop();
  rmSync(directory, { recursive: true });
});

test('a replaced certificate is used only after both of its files have changed', async () => {
  const next = await temporaryCertificate();
  write({ cert: next.cert });
  await sleep(300);
  expect(used).toEqual([]);
  write({ key: next.key });
  await sleep(300);
  expect(used.at(-1)).toEqual(next);
});

test('SIGHUP reloads the certificate', async () => {
  process.emit('SIGHUP');
  await sleep(10);
  expect(used).toHaveLength(1);
  stop();
  process.emit('SIGHUP');
  expect(used).toHaveLength(1);
});

test('new connections get the new certificate on both ports', async () => {
  const server = await startTestSubmission();
  const next = await temporaryCertificate();
  server.submission.useCertificate(next);
  const implicit = await openDialogue(server.tlsPort, { tls: true });
  const plain = await openDialogue(server.port);
  await plain.hear();
  await plain.say('EHLO client.example');
  await plain.say('STARTTLS');
  const upgraded = await plain.encrypt();
  for (const dialogue of [implicit, upgraded]) {
    expect(next.cert.replaceAll(/-----[A-Z ]+-----|\s/g, '')).toBe(dialogue.certificate());
    dialogue.cut();
  }
  await server.close();
});

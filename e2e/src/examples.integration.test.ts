/** The programs in `examples` do what their page says. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { callApi } from './testing/call-api.ts';
import { certificateFiles } from './testing/certificate-files.ts';
import { findFreePorts } from './testing/ports.ts';
import { ROOT } from './testing/programs.ts';
import { createReleases } from './testing/releases.ts';
import type { Variables } from './testing/start-program.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { waitUntil } from './testing/wait-until.ts';

const LIMIT_MS = 30_000;

/** The examples that send an email, and its subject. */
const SENDERS = [
  { program: 'sh', file: 'curl/send.sh', subject: 'Hello from curl', needs: ['curl'] },
  { program: process.execPath, file: 'node/send.mjs', subject: 'Hello from Node.js', needs: [] },
  { program: 'python3', file: 'python/send.py', subject: 'Hello from Python', needs: ['python3'] },
  { program: 'python3', file: 'python/send_by_smtp.py', subject: 'Hello by SMTP', needs: ['python3'] },
].filter(({ file, needs }) => needs.every((name) => isInstalled(name, file)));

const releases = createReleases();
let stack: Stack;
let variables: Variables;

beforeAll(async () => {
  stack = await startStack(releases, {
    settings: { ...(await certificateFiles(releases)), ALLOW_PRIVATE_ADDRESSES: 'true' },
  });
  await Promise.all([stack.startApi(), stack.startWorker(), stack.startSmtp()]);
  const { PATH = '', HOME = '' } = process.env;
  const { SUBMISSION_PORT = '' } = stack.variables;
  variables = { PATH, HOME, SENDOFF_URL: stack.api.url, SENDOFF_KEY: stack.api.key, SENDOFF_SMTP_PORT: SUBMISSION_PORT };
});
afterAll(releases.releaseAll);

/** Runs an example, and ends it with the test. */
function run(
  program: string,
  file: string,
  args: readonly string[],
  more: Variables = {},
): ChildProcess & { written: () => string } {
  const child = spawn(program, [join(ROOT, 'examples', file), ...args], {
    env: { ...variables, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  releases.add(() => child.kill('SIGKILL'));
  let written = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (written += chunk.toString()));
  return Object.assign(child, { written: () => written });
}

describe.each(SENDERS)('$file', ({ program, file, subject }) => {
  test('sends an email that arrives at the relay', async () => {
    const example = run(program, file, ['ada@example.com']);
    await once(example, 'close');
    expect({ exitCode: example.exitCode, written: example.written() }).toEqual({
      exitCode: 0,
      written: expect.stringMatching(/^accepted/),
    });
    const arrived = await waitUntil(`an email with the subject ${subject}`, LIMIT_MS, () => {
      const found = stack.relay.received.filter(({ raw }) => raw.includes(`Subject: ${subject}\r\n`));
      return found.length > 0 && found;
    });
    expect(arrived.map(({ envelope }) => envelope.to)).toEqual([['ada@example.com']]);
  });

  test('reports the reason when the API key is wrong', async () => {
    const example = run(program, file, ['ada@example.com'], { SENDOFF_KEY: 'wrong' });
    await once(example, 'close');
    expect(example.exitCode).not.toBe(0);
    expect(example.written()).toContain('API key is invalid');
  });
});

test('webhook-receiver/receiver.mjs accepts signed events and rejects others', async () => {
  const { PORT } = await findFreePorts('PORT');
  const endpoint = `http://127.0.0.1:${String(PORT)}/hooks`;
  const webhook = { endpoint, events: ['email.sent'] };
  const { body } = await callApi(stack.api, { method: 'POST', path: '/webhooks', body: webhook });
  const { signing_secret: secret } = body as { readonly signing_secret: string };
  const receiver = run(process.execPath, 'webhook-receiver/receiver.mjs', [], { PORT: String(PORT), WEBHOOK_SECRET: secret });
  await waitUntil('the receiver listening', LIMIT_MS, () => receiver.written().includes('listening on'));

  const forged = {
    'webhook-id': 'a',
    'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
    'webhook-signature': 'v1,AAAA',
  };
  expect((await fetch(endpoint, { method: 'POST', body: '{}', headers: forged })).status).toBe(401);

  const email = { from: 'hello@acme.example', to: 'bob@example.com', subject: 'For the receiver', text: 'It works.' };
  const { body: accepted } = await callApi(stack.api, { method: 'POST', path: '/emails', body: email });
  const { id } = accepted as { readonly id: string };
  await waitUntil('the event at the receiver', LIMIT_MS, () => receiver.written().includes(`email.sent ${id}`));
});

/** Whether a program is there; with CI=true it must be. */
function isInstalled(name: string, file: string): boolean {
  if (spawnSync(name, ['--version']).error === undefined) return true;
  if (process.env['CI'] === 'true') throw new Error(`${name} is not installed: .ci/tools ${name}`);
  process.stdout.write(`${name} is not installed: skipping ${file}.\n`);
  return false;
}

import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { choosePorts } from './choose-ports.ts';
import { planParts } from './plan-parts.ts';

async function listen() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port: String(port), close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

const VARIABLES = [
  'PORT',
  'WORKER_PORT',
  'SUBMISSION_PORT',
  'SUBMISSIONS_PORT',
  'SMTP_HEALTH_PORT',
  'INBOX_PORT',
  'INBOX_SMTP_PORT',
];
const ANY = Object.fromEntries(VARIABLES.map((name) => [name, '0']));

test.each(VARIABLES)('a used port of %s is reported with the command to type', async (variable) => {
  const taken = await listen();
  const plan = planParts({ ...ANY, [variable]: taken.port }, '/');
  const advice = `Port ${taken.port} is taken. Set ${variable} to a free one, for example: ${variable}=`;
  await expect(choosePorts(plan, 'npx -y pnpm@12 start')).rejects.toThrow(advice);
  await expect(choosePorts(plan, 'npx -y pnpm@12 start')).rejects.toThrow(/=\d+ npx -y pnpm@12 start$/);
  await taken.close();
});

test('the ports of the inbox are ignored with a real relay', async () => {
  const taken = await listen();
  const plan = planParts({ ...ANY, INBOX_PORT: taken.port, MAIL_URL: 'smtp://relay.example' }, '/');
  await expect(choosePorts(plan, 'start')).resolves.toMatchObject({ INBOX_PORT: Number(taken.port) });
  await taken.close();
});

test('port 0 is replaced by a free one', async () => {
  const ports = await choosePorts(planParts(ANY, '/'), 'start');
  expect(new Set(Object.values(ports)).size).toBe(VARIABLES.length);
  expect(Object.values(ports)).not.toContain(0);
});

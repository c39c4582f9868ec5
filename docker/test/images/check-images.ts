/**
 * `docker/check-images.sh`: runs the images as Compose would and checks them. Prints a line for each check that passes, and exits 1
 * at the first that fails.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createTestDatabase, findFreePort, startScriptedRelay, startThrowAwayPostgres } from '@sendoff/testkit';
import { checkImage } from './check-image.ts';
import { checkNeighbours } from './check-neighbours.ts';
import { checkSmtp } from './check-smtp.ts';
import { APPS, composeService } from './compose-service.ts';
import { openEngine, type Container } from './engine.ts';
import { kept } from './kept.ts';
import { placeCertificate } from './place-certificate.ts';
import { openReleases, releaseOnSignal } from './releases.ts';
import { checkDashboard, sendEmails, statusOf } from './use-api.ts';

const [engineCommand = 'docker', ...args] = process.argv.slice(2);
const engine = openEngine(engineCommand);
const images = parseArgs({
  args,
  options: Object.fromEntries(APPS.map((app) => [app, { type: 'string' as const, default: `sendoff-${app}` }])),
}).values;
const imageOf = (app: string): string => images[app] ?? '';
/** The variables of the listening ports: the containers use the host's network, where the default ports may be in use. */
const PORTS = ['PORT', 'WORKER_PORT', 'SUBMISSION_PORT', 'SUBMISSIONS_PORT', 'FEEDBACK_PORT', 'SMTP_HEALTH_PORT'];
const releases = openReleases();
releaseOnSignal(releases);
releases.push(engine.close);

/** More than one worker can have in progress, so that some are still queued when it is stopped. */
const EMAILS = 300;
try {
  await checkEverything();
} finally {
  await releases.releaseAll();
}

async function checkEverything(): Promise<void> {
  const certificate = await placeCertificate();
  releases.push(certificate.remove);
  const mounts = { SMTP_TLS_DIRECTORY: certificate.directory };
  for (const app of APPS) await checkImage(engine, { app, image: imageOf(app), mounts });

  const { variables, ports, relay, database } = await prepareNeighbours(mounts);
  // Containers are removed before the servers they use.
  releases.push(engine.close);
  await checkNeighbours(engine, database.url, releases);
  const run = (service: string, ...command: readonly string[]) => {
    const composed = composeService(service, variables);
    return engine.run(imageOf('api'), { ...composed, command: command.length > 0 ? command : composed.command });
  };
  const start = async (app: string): Promise<Container> => {
    const service = composeService(app, variables);
    return engine.start(imageOf(app), { ...service, options: [...service.options, ...ports] });
  };

  const migrated = await run('migrate');
  assert.equal(migrated.code, 0, migrated.output);
  assert.match((await run('migrate')).output, /up to date/);
  const created = await run('api', 'dist/cli.js', 'keys', 'create', 'check', '--quiet');
  const key = created.output.split('\n').at(-1) ?? '';
  assert.match(key, /^[\w-]{20,}$/, 'the CLI prints a key');
  kept('migrations and the admin CLI run from the API image');

  const url = `http://127.0.0.1:${variables['PORT'] ?? ''}`;
  const running = new Map<string, Container>();
  for (const app of APPS) running.set(app, await start(app));
  for (const container of running.values()) await container.becomesHealthy();
  kept(`${APPS.join(', ')} become healthy, with the commands and variables of the Compose file`);

  await checkDashboard(url);
  kept('the API serves the dashboard at / with its script and style sheet');

  const [hello = ''] = await sendEmails({ url, key }, 1);
  await relay.waitFor(1, 30_000);
  await until('the email being sent', async () => (await statusOf({ url, key }, hello)) === 'sent');
  kept('an email goes from the API container through the worker container to the relay');

  await checkSmtp({ key, certificate: certificate.cert, variables, relay });

  // The relay delays its replies until the worker has received SIGTERM.
  let held = 0;
  const { promise: told, resolve: answer } = openPromise();
  relay.follow({
    end: async () => {
      held += 1;
      await told;
      return undefined;
    },
  });
  const before = relay.received.length;
  const ids = await sendEmails({ url, key }, EMAILS);
  await until('emails waiting for a reply of the relay', () => Promise.resolve(held >= 5));
  const worker = running.get('worker');
  assert.ok(worker);
  await worker.signal('TERM');
  answer();
  assert.equal(await worker.ended(), 0, await worker.log());
  const byThen = relay.received.length - before;
  assert.ok(byThen < EMAILS, 'the worker was stopped while it was sending');
  running.set('worker', await start('worker'));
  for (const id of ids) await until(`email ${id} being sent`, async () => (await statusOf({ url, key }, id)) === 'sent');
  assert.equal(relay.received.length, before + EMAILS, 'every email arrives exactly once');
  kept(
    `SIGTERM while sending loses no email: ${String(byThen)} of ${String(EMAILS)} were sent before it, the others after the restart`,
  );

  for (const [app, container] of running) {
    await container.signal('TERM');
    assert.equal(await container.ended(), 0, await container.log());
    running.set(app, await start(app));
  }
  kept(`${APPS.join(', ')} exit with 0 after SIGTERM`);

  for (const container of running.values()) await container.becomesHealthy();
  await database.drop();
  for (const container of running.values()) {
    const { code, output } = await container.checkHealth();
    assert.equal(code, 1, output);
  }
  kept(`HEALTHCHECK of ${APPS.join(', ')} fails without the database`);
}

async function prepareNeighbours(mounts: Readonly<Record<string, string>>) {
  process.env['TEST_POSTGRES_URL'] = process.env['DATABASE_URL'] ?? (await throwAwayPostgres());
  const database = await createTestDatabase();
  releases.push(database.drop);
  const relay = await startScriptedRelay();
  releases.push(relay.close);
  const variables: Record<string, string> = {
    ...mounts,
    DATABASE_URL: database.url,
    MAIL_URL: relay.url,
    SECRET_KEY: randomBytes(32).toString('hex'),
    RETURN_PATH_KEY: randomBytes(32).toString('hex'),
    RETURN_PATH_DOMAIN: 'bounces.acme.example',
    SHUTDOWN_TIMEOUT: '30s',
    LOG_LEVEL: 'warn',
    REDIS_URL: process.env['REDIS_URL'] ?? '',
    REDIS_PREFIX: `sendoff-check-${randomBytes(4).toString('hex')}`,
  };
  for (const name of PORTS) variables[name] = String(await findFreePort());
  const ports = PORTS.flatMap((name) => ['--env', `${name}=${variables[name] ?? ''}`]);
  return { variables, ports, relay, database };
}

async function throwAwayPostgres(): Promise<string> {
  const postgres = await startThrowAwayPostgres();
  releases.push(postgres.remove);
  return postgres.url;
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
    assert.ok(Date.now() < deadline, `timed out waiting for ${what}`);
    await sleep(100);
  }
}

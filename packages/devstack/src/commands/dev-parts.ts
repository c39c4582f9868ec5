/**
 * The local services of `turbo dev`: PostgreSQL, inbox, migrations, a first key and the banner; the apps run as separate tasks.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readProcessEnvironment, type ChildEnvironment } from '../environment/read-process-environment.ts';
import { countUsers } from '../home/count-users.ts';
import { removeDevEnvironment, writeDevEnvironment } from '../home/dev-environment.ts';
import { ReleaseStack } from '../release-stack.ts';
import { repositoryRoot } from '../repository-root.ts';
import { ask } from '../supervisor/await-ready.ts';
import { runOnce } from '../supervisor/run-once.ts';
import { bannerFor } from './describe-system.ts';
import { localUrl } from './banner.ts';
import { FIRST_KEY, programCommand, SOURCES } from './programs.ts';
import { prepareParts } from './prepare-parts.ts';
import { runCommand } from './run-command.ts';
import { listenForStop, type StopRequest } from './stop-request.ts';

const POLL_MS = 100;

/** The URL at which Vite serves the dashboard, as in apps/dashboard/vite.config.ts. */
const DEV_DASHBOARD = 'http://127.0.0.1:5173';

/** How long the services wait for the apps, which receive their own signal. */
const APPS_TIMEOUT_MS = 15_000;

/** Runs the services for the repository of this file; ends the process. */
export function devPartsHere(): Promise<never> {
  const stop = listenForStop();
  return runCommand(() => devParts(stop, readProcessEnvironment(), repositoryRoot()));
}

/** @returns the exit code, after everything was stopped on request. */
async function devParts(stop: StopRequest, raw: ChildEnvironment, root: string): Promise<number> {
  const releases = new ReleaseStack();
  try {
    await Promise.race([bringUp(stop, raw, root, releases), stop.requested]);
    await stop.requested;
    return 0;
  } catch (error) {
    if (stop.signal.aborted) return 0;
    stop.request();
    throw error;
  } finally {
    await releases.release();
  }
}

async function bringUp(stop: StopRequest, raw: ChildEnvironment, root: string, releases: ReleaseStack): Promise<void> {
  const { plan, ports, parts, environment } = await prepareParts('dev', stop, raw, root, releases);
  const run = (name: string, ...args: [string, ...string[]]) =>
    runOnce(programCommand(name, root, args, environment), stop.signal);
  await run('migrate', SOURCES.migrate);
  const newKey = await run('sendoff keys create', SOURCES.cli, ...FIRST_KEY);
  const inbox = await parts.inbox;

  releases.push(() => letAppsEnd(plan.home));
  writeDevEnvironment(plan.home, environment);
  await untilAnswered(`${localUrl(plan.local.HOST, ports.PORT)}/readyz`, stop.signal);
  process.stdout.write(bannerFor({ root, plan, ports, parts, newKey, inboxUrl: inbox?.webUrl, dashboardUrl: DEV_DASHBOARD }));
}

/** The database stops after its clients, so that they can finish their work. */
async function letAppsEnd(home: string): Promise<void> {
  removeDevEnvironment(home);
  const deadline = performance.now() + APPS_TIMEOUT_MS;
  while (countUsers(devUsers(home)) > 0 && performance.now() < deadline) await sleep(POLL_MS);
}

/** The directory that lists the apps using the services. */
export const devUsers = (home: string): string => join(home, 'dev.users');

/** Waits without a limit: an error in the source of the API is printed meanwhile, and can be fixed. */
async function untilAnswered(url: string, signal: AbortSignal): Promise<void> {
  while ((await ask(url)) !== '200') {
    signal.throwIfAborted();
    await sleep(POLL_MS);
  }
}

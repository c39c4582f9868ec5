/** `pnpm start`: runs the whole system on this machine, with local services in place of those that are not configured. */
import type { Ports } from '../choose-ports.ts';
import type { ChildEnvironment } from '../environment/read-process-environment.ts';
import type { Plan } from '../plan-parts.ts';
import { say } from '../provide-parts.ts';
import { ReleaseStack } from '../release-stack.ts';
import { awaitReady } from '../supervisor/await-ready.ts';
import { runOnce } from '../supervisor/run-once.ts';
import { supervise, type Supervised } from '../supervisor/supervise.ts';
import { localUrl } from './banner.ts';
import { bannerFor } from './describe-system.ts';
import { prepareParts } from './prepare-parts.ts';
import { FIRST_KEY, programCommand, PROGRAMS } from './programs.ts';
import type { StopRequest } from './stop-request.ts';

/** Extra time for the apps to stop, in addition to `SHUTDOWN_TIMEOUT`. */
const STOP_MARGIN_MS = 5000;
const READY_TIMEOUT_MS = 60_000;

/** The long-running programs. */
const APPS = ['api', 'worker', 'smtp'] as const;
type AppName = (typeof APPS)[number];
const READY_PORT = { api: 'PORT', worker: 'WORKER_PORT', smtp: 'SMTP_HEALTH_PORT' } as const;

/**
 * Starts everything, prints the banner, and returns after everything was stopped.
 *
 * @param root the repository whose built programs are run.
 * @returns the exit code.
 * @throws {Error} with a readable message when it cannot start; everything is stopped by then.
 */
export async function start(stop: StopRequest, raw: ChildEnvironment, root: string): Promise<number> {
  const releases = new ReleaseStack();
  try {
    const running = bringUp(stop, raw, root, releases);
    const outcome = await Promise.race([running.then(watchOver), stop.requested]);
    if (outcome === undefined) {
      say('\nStopping…');
      return 0;
    }
    say(`${outcome}. Stopping the rest.`);
    return 1;
  } catch (error) {
    if (stop.signal.aborted) return 0;
    // Aborts the steps that are still running.
    stop.request();
    throw error;
  } finally {
    await releases.release();
  }
}

async function bringUp(stop: StopRequest, raw: ChildEnvironment, root: string, releases: ReleaseStack): Promise<Supervised[]> {
  const { plan, ports, parts, environment } = await prepareParts('start', stop, raw, root, releases);
  await runOnce(programCommand('migrate', root, [PROGRAMS.migrate], environment), stop.signal);
  const apps = startApps(stop, plan, root, environment, releases);
  const [newKey, inbox] = await Promise.all([
    runOnce(programCommand('sendoff keys create', root, [PROGRAMS.cli, ...FIRST_KEY], environment), stop.signal),
    parts.inbox,
    ...apps.map((app) => awaitReady(app, `${readyUrl(app.name as AppName, plan, ports)}/readyz`, READY_TIMEOUT_MS)),
  ]);

  process.stdout.write(bannerFor({ root, plan, ports, parts, newKey, inboxUrl: inbox?.webUrl }));
  return apps;
}

function startApps(
  stop: StopRequest,
  plan: Plan,
  root: string,
  environment: ChildEnvironment,
  releases: ReleaseStack,
): Supervised[] {
  stop.signal.throwIfAborted();
  const apps = APPS.map((name) =>
    supervise(programCommand(name, root, [PROGRAMS[name]], environment), {
      onLine: (line) => process.stdout.write(`${name.padEnd(6)} | ${line}\n`),
      onEvent: say,
      stopTimeoutMs: plan.shutdownTimeoutMs + STOP_MARGIN_MS,
    }),
  );
  releases.push(async () => {
    void stop.hurried.then(() => {
      for (const app of apps) app.kill();
    });
    await Promise.all(apps.map((app) => app.stop()));
  });
  return apps;
}

/** Resolves only when an app cannot be kept running, with the reason. */
const watchOver = (apps: Supervised[]): Promise<string> => Promise.race(apps.map((app) => app.keepRunning()));

const readyUrl = (app: AppName, { local }: Plan, ports: Ports): string => localUrl(local.HOST, ports[READY_PORT[app]]);

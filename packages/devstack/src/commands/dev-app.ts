/** Runs one app of `turbo dev` from its TypeScript source, and restarts it when a source changes. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadLocalEnvironment } from '@sendoff/config';
import { resolve } from 'node:path';
import { readProcessEnvironment, type ChildEnvironment } from '../environment/read-process-environment.ts';
import { joinUsers } from '../home/count-users.ts';
import { readDevEnvironment } from '../home/dev-environment.ts';
import { repositoryRoot } from '../repository-root.ts';
import { PRELOAD } from '../supervisor/spawn-supervised.ts';
import { devUsers } from './dev-parts.ts';
import { runCommand } from './run-command.ts';
import { listenForStop, type StopRequest } from './stop-request.ts';

const POLL_MS = 50;

const TSX = createRequire(import.meta.url).resolve('tsx/cli');

/**
 * Waits for the local services, then runs `entry` until it is stopped; ends the process.
 *
 * @param entry the TypeScript file of the app, relative to its package directory.
 */
export function devAppHere(entry: string | undefined): Promise<never> {
  const stop = listenForStop();
  return runCommand(() => {
    if (entry === undefined) throw new Error('dev-app needs the file to run, such as src/server.ts');
    const home = resolve(repositoryRoot(), loadLocalEnvironment(readProcessEnvironment()).SENDOFF_HOME);
    return devApp(stop, entry, home);
  });
}

/** @returns the exit code. */
async function devApp(stop: StopRequest, entry: string, home: string): Promise<number> {
  const environment = await waitForParts(stop, home);
  if (environment === undefined) return 0;

  const user = joinUsers(devUsers(home));
  try {
    const watcher = watchSource(entry, environment);
    const ended = once(watcher, 'exit');
    await Promise.race([ended, stop.requested]);
    if (watcher.exitCode !== null) return watcher.exitCode;
    watcher.kill('SIGTERM');
    await ended;
    return 0;
  } finally {
    user.leave();
  }
}

async function waitForParts(stop: StopRequest, home: string): Promise<ChildEnvironment | undefined> {
  for (;;) {
    const environment = readDevEnvironment(home);
    if (environment !== undefined || stop.signal.aborted) return environment;
    await sleep(POLL_MS);
  }
}

/** tsx watches imported files too, including those of other workspace packages. */
function watchSource(entry: string, environment: ChildEnvironment): ChildProcess {
  const tsx = [TSX, 'watch', '--clear-screen=false', '--conditions=@sendoff/source', entry];
  return spawn(process.execPath, ['--import', PRELOAD, ...tsx], {
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
}

/** Shares the environment of the local services with the `dev` tasks of the apps. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildEnvironment } from '../environment/read-process-environment.ts';
import { isAlive } from './is-alive.ts';

const fileIn = (home: string) => join(home, 'dev-environment.json');

/** Writes the environment while the services run. It contains secrets, so only the owner may read it. */
export function writeDevEnvironment(home: string, environment: ChildEnvironment): void {
  const draft = `${fileIn(home)}.${String(process.pid)}`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, environment }), { mode: 0o600 });
  renameSync(draft, fileIn(home));
}

/** Removes the file. */
export function removeDevEnvironment(home: string): void {
  rmSync(fileIn(home), { force: true });
}

/** The environment of the running services; `undefined` if none run. */
export function readDevEnvironment(home: string): ChildEnvironment | undefined {
  try {
    const { pid, environment } = JSON.parse(readFileSync(fileIn(home), 'utf8')) as { pid: number; environment: ChildEnvironment };
    return isAlive(pid) ? environment : undefined;
  } catch {
    return undefined;
  }
}

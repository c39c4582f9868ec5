/** How the dev task of the parts tells the apps that everything is there, and with which environment. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildEnvironment } from '../environment/read-process-environment.ts';
import { isAlive } from './is-alive.ts';

const fileIn = (home: string) => join(home, 'dev-environment.json');

/** Written for as long as the parts run. It holds secrets, so nobody else may read it. */
export function writeDevEnvironment(home: string, environment: ChildEnvironment): void {
  const draft = `${fileIn(home)}.${String(process.pid)}`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, environment }), { mode: 0o600 });
  renameSync(draft, fileIn(home));
}

/** Takes it away again. */
export function removeDevEnvironment(home: string): void {
  rmSync(fileIn(home), { force: true });
}

/** The environment of the parts that run, `undefined` when none do. */
export function readDevEnvironment(home: string): ChildEnvironment | undefined {
  try {
    const { pid, environment } = JSON.parse(readFileSync(fileIn(home), 'utf8')) as { pid: number; environment: ChildEnvironment };
    return isAlive(pid) ? environment : undefined;
  } catch {
    return undefined;
  }
}

/** Which processes use something that they share: the last one stops it. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './is-alive.ts';

/** A process that uses it. */
export interface User {
  /** Takes this user off the list; whether nobody is left on it. */
  readonly leave: () => 'others remain' | 'was the last';
}

/** Puts this process on the list kept in `directory`. */
export function joinUsers(directory: string): User {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, `${String(process.pid)}.${randomBytes(4).toString('hex')}`);
  writeFileSync(file, '');
  return {
    leave: () => {
      rmSync(file, { force: true });
      return countUsers(directory) > 0 ? 'others remain' : 'was the last';
    },
  };
}

/** How many processes on the list are alive. */
export function countUsers(directory: string): number {
  if (!existsSync(directory)) return 0;
  return readdirSync(directory).filter((name) => isAlive(Number.parseInt(name, 10))).length;
}

/**
 * Empties the list, for when nothing runs that anybody could be using. Process ids are given out
 * again, so one that was left behind by a crash might some day look alive.
 */
export function forgetUsers(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
}

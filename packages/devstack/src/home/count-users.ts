/** Tracks the processes that share a service; the last one stops it. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './is-alive.ts';

/** A process in the list. */
export interface User {
  /** Removes this process from the list; returns whether others remain. */
  readonly leave: () => 'others remain' | 'was the last';
}

/** Adds this process to the list in `directory`. */
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

/** The number of live processes in the list. */
export function countUsers(directory: string): number {
  if (!existsSync(directory)) return 0;
  return readdirSync(directory).filter((name) => isAlive(Number.parseInt(name, 10))).length;
}

/**
 * Clears the list when the service is not running. Process ids are reused, so an entry left by a crash could look alive later.
 */
export function forgetUsers(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
}

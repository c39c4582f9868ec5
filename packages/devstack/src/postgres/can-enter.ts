/** Checks whether another user can access a directory. */
import { realpathSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import type { Account } from './choose-account.ts';

const SEARCH = 0b001;

/**
 * Whether `account` may enter `directory` and all of its parents, by their permission bits. A clone below `/root` or in a
 * directory of `mktemp -d` is accessible to root only.
 */
export function canEnter(account: Account, directory: string): boolean {
  return withParents(realpathSync(directory)).every((each) => mayEnter(account, statSync(each)));
}

function withParents(directory: string): string[] {
  const above = dirname(directory);
  return above === directory ? [directory] : [directory, ...withParents(above)];
}

/** POSIX checks only the first matching class: owner, group, others. */
export function mayEnter(account: Account, directory: Pick<Stats, 'uid' | 'gid' | 'mode'>): boolean {
  const shift = directory.uid === account.uid ? 6 : directory.gid === account.gid ? 3 : 0;
  return ((directory.mode >> shift) & SEARCH) === SEARCH;
}

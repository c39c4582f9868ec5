/** Places the binaries and data of PostgreSQL where the user that runs it can access them. */
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { canEnter } from './can-enter.ts';
import type { Account } from './choose-account.ts';
import { binariesIn, type Binaries } from './locate-binaries.ts';

/** Used only by root, when the repository is not accessible to other users. */
const OUTSIDE = '/var/lib/sendoff';

/** Prints a message to the user. */
export type Notify = (message: string) => void;

/** The original binaries, or a copy that `account` can access. */
export function placeBinaries(binaries: Binaries, account: Account | undefined): Binaries {
  if (account === undefined || canEnter(account, dirname(binaries.postgres))) return binaries;

  const copy = join(OUTSIDE, `postgres-${binaries.version}`);
  if (!existsSync(copy)) copyWhole(binaries.directory, copy);
  return binariesIn(copy, binaries.version);
}

/** Renames the copy when it is complete, so that an interrupted copy is never used. */
function copyWhole(source: string, target: string): void {
  makeReachable(dirname(target));
  const partial = mkdtempSync(`${target}-`);
  try {
    const inside = join(partial, 'native');
    cpSync(source, inside, { recursive: true, verbatimSymlinks: true });
    renameSync(inside, target);
  } catch (error) {
    // Another process may have finished the same copy first.
    if (!existsSync(target)) throw error;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/**
 * The data directory: `postgres` in the home, or, if the account cannot access it, a directory outside with `postgres` as a
 * symbolic link to it. Only the link counts: data left by another clone at the same path is never used.
 */
export function placeData(home: string, account: Account | undefined, notify: Notify): string {
  const inHome = join(home, 'postgres');
  const linked = linkTarget(inHome);
  if (linked !== undefined) return linked;
  if (account === undefined || canEnter(account, home)) return inHome;

  const key = createHash('sha256').update(home).digest('hex').slice(0, 12);
  const outside = join(OUTSIDE, `data-${key}-${randomBytes(3).toString('hex')}`);
  makeReachable(OUTSIDE);
  symlinkSync(outside, inHome);
  notify(`PostgreSQL cannot run as root, and only root can access ${home}: its data is in ${outside}.`);
  return outside;
}

/** Creates a directory for temporary data, owned by the account. */
export function placeTemporaryData(account: Account | undefined): string {
  const parent = account === undefined || canEnter(account, tmpdir()) ? tmpdir() : OUTSIDE;
  makeReachable(parent);
  const directory = mkdtempSync(join(parent, 'sendoff-test-'));
  if (account !== undefined) chownSync(directory, account.uid, account.gid);
  return directory;
}

/** Ignores the umask, so that the directory gets exactly this mode. */
function makeReachable(directory: string): void {
  const before = process.umask(0o022);
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  process.umask(before);
}

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

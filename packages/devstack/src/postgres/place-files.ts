/** Where PostgreSQL's binaries and data lie, so that the user who runs it can reach them. */
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { canEnter } from './can-enter.ts';
import type { Account } from './choose-account.ts';
import { binariesIn, type Binaries } from './locate-binaries.ts';

/** For root alone, when the repository lies where no other user can go. */
const OUTSIDE = '/var/lib/sendoff';

/** Tells the person at the terminal something. */
export type Notify = (message: string) => void;

/** The binaries themselves, or a copy that `account` can reach. */
export function placeBinaries(binaries: Binaries, account: Account | undefined): Binaries {
  if (account === undefined || canEnter(account, dirname(binaries.postgres))) return binaries;

  const copy = join(OUTSIDE, `postgres-${binaries.version}`);
  if (!existsSync(copy)) copyWhole(binaries.directory, copy);
  return binariesIn(copy, binaries.version);
}

/** Renames the copy when it is complete: one that was interrupted must not be taken for a whole one. */
function copyWhole(source: string, target: string): void {
  makeReachable(dirname(target));
  const partial = mkdtempSync(`${target}-`);
  try {
    const inside = join(partial, 'native');
    cpSync(source, inside, { recursive: true, verbatimSymlinks: true });
    renameSync(inside, target);
  } catch (error) {
    // Somebody else may have finished the same copy first.
    if (!existsSync(target)) throw error;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/**
 * The directory for the data of the home: `postgres` in it, or, where the account cannot reach
 * that, one outside to which `postgres` is then a symbolic link. The link decides: data left
 * behind by another clone at the same path are never taken over.
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
  notify(`PostgreSQL does not run as root, and only root can enter ${home}: its data are in ${outside}.`);
  return outside;
}

/** A new directory for data that nobody will miss, owned by the account. */
export function placeTemporaryData(account: Account | undefined): string {
  const parent = account === undefined || canEnter(account, tmpdir()) ? tmpdir() : OUTSIDE;
  makeReachable(parent);
  const directory = mkdtempSync(join(parent, 'sendoff-test-'));
  if (account !== undefined) chownSync(directory, account.uid, account.gid);
  return directory;
}

/** With its mode as given, whatever the umask is. */
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

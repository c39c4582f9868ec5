/** Chooses the user that runs PostgreSQL, which refuses to run as root. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** A user of the operating system. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account that PostgreSQL must run as, or `undefined` for the current user.
 *
 * For root it is the owner of existing data, else `postgres` or `nobody`, whichever exists. No user is created.
 *
 * @throws {Error} when root finds none of them.
 */
export function chooseAccount(dataDirectory?: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;

  const account = ownerOf(dataDirectory) ?? accountNamed('postgres') ?? accountNamed('nobody');
  if (account === undefined) {
    throw new Error(
      'PostgreSQL cannot run as root, and this system has no user "postgres" or "nobody". Run this as an ordinary user, or set DATABASE_URL.',
    );
  }
  return account;
}

function ownerOf(dataDirectory: string | undefined): Account | undefined {
  if (dataDirectory === undefined) return undefined;
  const owner = statSync(dataDirectory, { throwIfNoEntry: false });
  return owner === undefined || owner.uid === 0 ? undefined : { uid: owner.uid, gid: owner.gid };
}

function accountNamed(name: string): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim());
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

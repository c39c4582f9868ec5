/** PostgreSQL refuses to run as root; this finds who runs it instead. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** A user of the operating system. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account that PostgreSQL must run as, or `undefined` when that is whoever runs this.
 *
 * For root it is the owner of the data where there are some, else `postgres` or `nobody`, whichever
 * exists first. No user is ever created.
 *
 * @throws {Error} when root finds none of them.
 */
export function chooseAccount(dataDirectory?: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;

  const account = ownerOf(dataDirectory) ?? accountNamed('postgres') ?? accountNamed('nobody');
  if (account === undefined) {
    throw new Error(
      'PostgreSQL does not run as root, and this system has neither a user "postgres" nor "nobody". Run this as an ordinary user, or set DATABASE_URL.',
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

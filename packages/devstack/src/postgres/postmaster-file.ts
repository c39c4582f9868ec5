/** Reads the lock file of PostgreSQL, `postmaster.pid`: its process id and port. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The contents of the lock file. */
export interface Postmaster {
  readonly pid: number;
  /** Undefined until the postmaster has written it. */
  readonly port: number | undefined;
}

/** Line numbers, starting at 0 (src/include/utils/pidfile.h in PostgreSQL). */
const PID_LINE = 0;
const PORT_LINE = 3;

const fileIn = (dataDirectory: string) => join(dataDirectory, 'postmaster.pid');

/** Returns the contents of the lock file, which may be stale after a crash. */
export function readPostmasterFile(dataDirectory: string): Postmaster | undefined {
  try {
    const lines = readFileSync(fileIn(dataDirectory), 'utf8').split('\n');
    const pid = Number(lines[PID_LINE]);
    return pid > 0 ? { pid, port: Number(lines[PORT_LINE]) || undefined } : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the postmaster that currently runs on the data directory. */
export function findPostmaster(dataDirectory: string): Postmaster | undefined {
  const postmaster = readPostmasterFile(dataDirectory);
  return postmaster !== undefined && isPostmaster(postmaster.pid, dataDirectory) ? postmaster : undefined;
}

/** Whether the process is a PostgreSQL server on the data directory; false for a zombie. */
export function isPostmaster(pid: number, dataDirectory: string): boolean {
  return commandOf(pid)?.includes(dataDirectory) === true;
}

/**
 * Repairs a lock file whose pid now belongs to another program, for example after a container restart: PostgreSQL would take that
 * program for itself and refuse to start. The rest of the file is kept, because PostgreSQL uses it to detect processes of the old
 * server.
 */
export function repairPostmasterFile(dataDirectory: string): void {
  const stale = readPostmasterFile(dataDirectory);
  if (stale === undefined || findPostmaster(dataDirectory) !== undefined || commandOf(stale.pid) === undefined) return;
  const { pid: endedProcess } = spawnSync(process.execPath, ['--version']);
  const rest = readFileSync(fileIn(dataDirectory), 'utf8').split('\n').slice(1);
  writeFileSync(fileIn(dataDirectory), [String(endedProcess), ...rest].join('\n'));
}

/** The command line of a process; `undefined` if there is no such process, '' for a zombie. */
function commandOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8');
    } catch {
      return undefined;
    }
  }
  const ps = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return ps.status === 0 ? ps.stdout : undefined;
}

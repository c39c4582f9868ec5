/** PostgreSQL's lock file, `postmaster.pid`: who runs on the data directory, and where it listens. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the lock file says. */
export interface Postmaster {
  readonly pid: number;
  /** Absent until the postmaster has got that far. */
  readonly port: number | undefined;
}

/** Line numbers, counted from 0 (src/include/utils/pidfile.h in PostgreSQL). */
const PID_LINE = 0;
const PORT_LINE = 3;

const fileIn = (dataDirectory: string) => join(dataDirectory, 'postmaster.pid');

/** What the lock file says, true or not: it outlives a crash. */
export function readPostmasterFile(dataDirectory: string): Postmaster | undefined {
  try {
    const lines = readFileSync(fileIn(dataDirectory), 'utf8').split('\n');
    const pid = Number(lines[PID_LINE]);
    return pid > 0 ? { pid, port: Number(lines[PORT_LINE]) || undefined } : undefined;
  } catch {
    return undefined;
  }
}

/** The postmaster that runs on the data directory right now. */
export function findPostmaster(dataDirectory: string): Postmaster | undefined {
  const postmaster = readPostmasterFile(dataDirectory);
  return postmaster !== undefined && isPostmaster(postmaster.pid, dataDirectory) ? postmaster : undefined;
}

/** Whether the process is a PostgreSQL on the data directory; one that has ended is none, reaped or not. */
export function isPostmaster(pid: number, dataDirectory: string): boolean {
  return commandOf(pid)?.includes(dataDirectory) === true;
}

/**
 * Repairs a lock file whose pid has meanwhile gone to another program, as happens when a container
 * restarts: PostgreSQL would take that program for itself and refuse to start. The rest of the file
 * stays, because PostgreSQL needs it to see whether processes of the old server are still there.
 */
export function repairPostmasterFile(dataDirectory: string): void {
  const stale = readPostmasterFile(dataDirectory);
  if (stale === undefined || findPostmaster(dataDirectory) !== undefined || commandOf(stale.pid) === undefined) return;
  const { pid: endedProcess } = spawnSync(process.execPath, ['--version']);
  const rest = readFileSync(fileIn(dataDirectory), 'utf8').split('\n').slice(1);
  writeFileSync(fileIn(dataDirectory), [String(endedProcess), ...rest].join('\n'));
}

/** The command line of a process; `undefined` when there is no such process, '' for one not yet reaped. */
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

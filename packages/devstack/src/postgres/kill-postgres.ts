/** Kills PostgreSQL as a crash would. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPostmaster, isPostmaster } from './postmaster-file.ts';

const POLL_MS = 10;

/**
 * Kills the server of the data directory and its child processes with SIGKILL, the server first, so that it cannot react. Does
 * nothing if none is running.
 */
export async function killPostgres(dataDirectory: string): Promise<void> {
  const postmaster = findPostmaster(dataDirectory);
  if (postmaster === undefined) return;
  const children = childrenOf(postmaster.pid);
  for (const pid of [postmaster.pid, ...children]) kill(pid);
  while (isPostmaster(postmaster.pid, dataDirectory)) await sleep(POLL_MS);
}

/** `ps` is missing from slim images, `/proc` from everything but Linux. */
function childrenOf(parent: number): number[] {
  if (process.platform === 'linux')
    return readdirSync('/proc')
      .filter(isNumber)
      .map(Number)
      .filter((pid) => parentOf(pid) === parent);
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.flatMap(([pid, ppid]) => (pid !== undefined && ppid === parent ? [pid] : []));
}

const isNumber = (name: string): boolean => /^\d+$/.test(name);

function parentOf(pid: number): number | undefined {
  try {
    // The name in brackets may contain anything; the parent is the second field after it (proc(5)).
    return Number(
      readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
        .split(') ')
        .at(-1)
        ?.split(' ')[1],
    );
  } catch {
    // The process ended meanwhile.
    return undefined;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // The process already ended because the server died.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

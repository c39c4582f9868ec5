/** Where a run of the bench keeps its files, and what it must give back at its end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ReleaseStack } from '@sendoff/devstack';

/** Of one run. */
export interface Workplace {
  /** Deleted at the end, with all that is in it. */
  readonly directory: string;
  /** Stops what was started, the last first. */
  readonly releases: ReleaseStack;
  /** Has a process ended even if this one is killed. */
  readonly guard: (pid: number) => void;
}

/** Opens the workplace in an empty directory. */
export function openWorkplace(directory: string): Workplace {
  const releases = new ReleaseStack();
  const script = join(import.meta.dirname, 'programs', 'guard.js');
  const guard = spawn(process.execPath, [script, directory], { stdio: ['pipe', 'ignore', 'inherit'], detached: true });
  releases.push(async () => {
    guard.stdin.end();
    if (guard.exitCode === null && guard.signalCode === null) await once(guard, 'exit');
  });
  return { directory, releases, guard: (pid) => void guard.stdin.write(`${String(pid)}\n`) };
}

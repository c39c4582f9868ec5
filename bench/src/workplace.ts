/** The directory of a bench run and everything that must be released at its end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ReleaseStack } from '@sendoff/devstack';

export interface Workplace {
  /** Deleted with its content at the end. */
  readonly directory: string;
  /** Releases everything, last acquired first. */
  readonly releases: ReleaseStack;
  /** Ends a process even if this one is killed. */
  readonly guard: (pid: number) => void;
}

/** Creates a workplace with an empty directory. */
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

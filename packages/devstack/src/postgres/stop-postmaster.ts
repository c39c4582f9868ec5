/** Stops PostgreSQL and waits until it is gone. */
import { setTimeout as sleep } from 'node:timers/promises';
import { findPostmaster, isPostmaster } from './postmaster-file.ts';

/**
 * Each is rougher than the one before: fast shutdown, immediate shutdown (recovers at the next
 * start), and what no process survives.
 */
const STEPS = [
  { signal: 'SIGINT', patienceMs: 10_000 },
  { signal: 'SIGQUIT', patienceMs: 5000 },
  { signal: 'SIGKILL', patienceMs: 5000 },
] as const;

const POLL_MS = 10;

/** Stops what runs on the data directory; does nothing when nothing runs there. */
export async function stopPostmaster(dataDirectory: string): Promise<void> {
  for (const { signal, patienceMs } of STEPS) {
    const postmaster = findPostmaster(dataDirectory);
    if (postmaster === undefined) return;
    sendSignal(postmaster.pid, signal);
    const deadline = performance.now() + patienceMs;
    while (performance.now() < deadline) {
      if (!isPostmaster(postmaster.pid, dataDirectory)) return;
      await sleep(POLL_MS);
    }
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It has ended by itself meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

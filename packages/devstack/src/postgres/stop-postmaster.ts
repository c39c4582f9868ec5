/** Stops PostgreSQL and waits for its end. */
import { setTimeout as sleep } from 'node:timers/promises';
import { findPostmaster, isPostmaster } from './postmaster-file.ts';

/** Increasingly forceful: fast shutdown, immediate shutdown (with recovery at the next start), and SIGKILL. */
const STEPS = [
  { signal: 'SIGINT', patienceMs: 10_000 },
  { signal: 'SIGQUIT', patienceMs: 5000 },
  { signal: 'SIGKILL', patienceMs: 5000 },
] as const;

const POLL_MS = 10;

/** Stops the server of the data directory; does nothing if none is running. */
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
    // It ended meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

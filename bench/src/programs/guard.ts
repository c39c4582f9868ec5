/**
 * A program: waits until its standard input closes, on request or because the bench was killed, then
 * ends the processes that were named there, a line each, and deletes the directory.
 */
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const TIMEOUT_MS = 10_000;
const POLL_MS = 20;

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('Say which directory.');

const pids: number[] = [];
for await (const line of createInterface({ input: process.stdin })) pids.push(Number(line));
for (const pid of pids) await end(pid);
rmSync(directory, { recursive: true, force: true });

/** For PostgreSQL this is an immediate shutdown: its data are not needed any more. */
async function end(pid: number): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS;
  signal(pid, 'SIGQUIT');
  while (signal(pid, 0)) {
    if (performance.now() > deadline) signal(pid, 'SIGKILL');
    await sleep(POLL_MS);
  }
}

/** Whether the process was there. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

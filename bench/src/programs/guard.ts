/**
 * A program that waits until its standard input closes, on request or because the bench was killed. Then it ends the processes
 * whose ids it has read, one per line, and deletes the directory.
 */
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const TIMEOUT_MS = 10_000;
const POLL_MS = 20;

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('The directory is missing.');

const pids: number[] = [];
for await (const line of createInterface({ input: process.stdin })) pids.push(Number(line));
for (const pid of pids) await end(pid);
rmSync(directory, { recursive: true, force: true });

/** SIGQUIT is an immediate shutdown for PostgreSQL; its data is not needed any more. */
async function end(pid: number): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS;
  signal(pid, 'SIGQUIT');
  while (signal(pid, 0)) {
    if (performance.now() > deadline) signal(pid, 'SIGKILL');
    await sleep(POLL_MS);
  }
}

/** Whether the process exists. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

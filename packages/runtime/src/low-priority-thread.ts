/**
 * Import it in a worker thread whose work can be delayed: it lowers the thread's priority, so that main threads, which accept
 * and send emails, run first when CPU time is scarce. Only Linux supports priorities per thread (sched(7)).
 */
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';

/** Gets about a ninth of the CPU time of a normal thread under contention. */
const NICE = 10;

if (!isMainThread && process.platform === 'linux') {
  try {
    const id = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    setPriority(id, NICE);
  } catch {
    // Without /proc, the thread keeps its normal priority.
  }
}

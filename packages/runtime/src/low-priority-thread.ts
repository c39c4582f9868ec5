/**
 * Imported by what runs in a thread and loses nothing by being late: where there are too few processors, the main threads of all programs go
 * first, since emails are accepted and sent on them. Linux has priorities of threads (sched(7)), other systems do not.
 */
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';

/** Nine times less of a processor that is fought over. */
const NICE = 10;

if (!isMainThread && process.platform === 'linux') {
  try {
    const id = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    setPriority(id, NICE);
  } catch {
    // Where there is no /proc, the thread is as important as the others.
  }
}

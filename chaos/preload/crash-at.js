/**
 * Preloaded into a program (`node --import`): sends SIGKILL to its own process when an email reaches a given milestone
 * (packages/runtime/src/milestones.ts). The program itself has no code for this.
 *
 *   CHAOS_CRASH_AT      the name of the `node:diagnostics_channel`, such as sendoff:attempt.begun
 *   CHAOS_CRASH_NTH     crash at the nth message, counted from 1
 *   CHAOS_CRASH_EMAILS  instead: crash at every message about an email whose id is in this file
 */
import { subscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';

const { CHAOS_CRASH_AT: name, CHAOS_CRASH_NTH: nth, CHAOS_CRASH_EMAILS: file } = process.env;
let seen = 0;

if (name !== undefined) {
  subscribe(name, ({ emailId }) => {
    seen += 1;
    const isTime = file === undefined ? seen === Number(nth) : readFileSync(file, 'utf8').includes(emailId);
    if (isTime) process.kill(process.pid, 'SIGKILL');
  });
}

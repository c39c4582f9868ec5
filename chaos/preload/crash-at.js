/**
 * Loaded before a program (`node --import`): ends it with SIGKILL at a named moment in the life of an
 * email. The moments are those of packages/runtime/src/milestones.ts; the program knows nothing of this.
 *
 *   CHAOS_CRASH_AT      the channel of `node:diagnostics_channel`, such as sendoff:attempt.begun
 *   CHAOS_CRASH_NTH     end at the nth message, counted from 1
 *   CHAOS_CRASH_EMAILS  instead: end at every message about one of the emails whose ids this file holds
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

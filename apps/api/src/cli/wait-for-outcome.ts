import { setTimeout as sleep } from 'node:timers/promises';
import { FINAL, type EmailStatus } from '@sendoff/core';
import { getEmail, type Database, type EmailDetail } from '@sendoff/db';
import { presentEmail } from '../routes/emails/present-email.ts';
import { fail, print } from './print.ts';

const LIMIT_MS = 60_000;
const INTERVAL_MS = 200;

/** Polls an email and prints each change until it reaches a final status or a minute has passed. */
export async function waitForOutcome(database: Database, id: string): Promise<void> {
  const deadline = performance.now() + LIMIT_MS;
  let shown = '';
  while (performance.now() < deadline) {
    const email = await getEmail(database, id, 'all');
    if (email === null) throw new Error('The email that was just stored is gone');
    const line = describe(email);
    if (line !== shown) print(line);
    shown = line;
    if (email.status === 'sent') return;
    if (isFinal(email.status)) {
      fail(`The email was not sent. Its status is ${email.status}.`);
      return;
    }
    await sleep(INTERVAL_MS);
  }
  fail(`The email is stored but was not sent within a minute. Its status is ${shown}. Is a worker running?`);
}

/** The status with the reason of a delay or failure, or with the reply of the relay. */
function describe(email: EmailDetail): string {
  const { status, mode, waiting, failure } = presentEmail(email);
  const reason = failure?.reason ?? (status === 'deferred' ? waiting?.reason : email.attempts[0]?.replyText);
  const name = mode === 'test' ? `${status} (simulated, never delivered)` : status;
  return [name, ...(reason ? [reason] : [])].join(': ');
}

const isFinal = (status: EmailStatus): boolean => (FINAL as readonly EmailStatus[]).includes(status);

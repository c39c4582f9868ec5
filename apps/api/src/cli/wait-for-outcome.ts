import { setTimeout as sleep } from 'node:timers/promises';
import { FINAL, getEmail, type Database, type EmailStatus } from '@sendoff/db';
import { explainWaiting } from '../routes/emails/explain-waiting.ts';
import { fail, print } from './print.ts';

const LIMIT_MS = 60_000;
const INTERVAL_MS = 200;

/** Follows an email and prints each change, until it is finished or a minute has passed. */
export async function waitForOutcome(database: Database, id: string): Promise<void> {
  const deadline = performance.now() + LIMIT_MS;
  let shown = '';
  while (performance.now() < deadline) {
    const email = await getEmail(database, id);
    if (email === null) throw new Error('The email that was just kept is gone');
    const reason = email.status === 'deferred' ? explainWaiting(email)?.reason : email.attempts[0]?.replyText;
    const line = [email.status, ...(reason ? [reason] : [])].join(': ');
    if (line !== shown) print(line);
    shown = line;
    if (email.status === 'sent') return;
    if (isFinal(email.status)) {
      fail(`The email was not sent: it is ${email.status}.`);
      return;
    }
    await sleep(INTERVAL_MS);
  }
  fail(`The email is kept and was not sent within a minute; it is ${shown}. Is a worker running?`);
}

const isFinal = (status: EmailStatus): boolean => (FINAL as readonly EmailStatus[]).includes(status);

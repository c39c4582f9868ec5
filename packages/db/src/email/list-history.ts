/** Reads what was written down about one email: its attempts and its events, the oldest first. */
import type { Database } from '../database.ts';

/** The ledger of an email; null when there is no such email. Not paged: a schedule has few steps. */
export async function listAttempts(database: Database, emailId: string) {
  const email = await database.emailRecord.findUnique({
    where: { id: emailId },
    select: { attempts: { orderBy: { n: 'asc' } } },
  });
  return email?.attempts ?? null;
}

/** The history of an email; null when there is no such email. */
export async function listEvents(database: Database, emailId: string) {
  const email = await database.emailRecord.findUnique({
    where: { id: emailId },
    select: { events: { orderBy: { n: 'asc' } } },
  });
  return email?.events ?? null;
}

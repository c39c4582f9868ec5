/** Reads what was written down about one email: its attempts and its events, the oldest first. */
import { modeIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';

/** The ledger of an email; null when there is no such email in the scope. Not paged: a schedule has few steps. */
export async function listAttempts(database: Database, emailId: string, scope: ModeScope) {
  const email = await database.emailRecord.findUnique({
    where: { id: emailId, ...modeIn(scope) },
    select: { attempts: { orderBy: { n: 'asc' } } },
  });
  return email?.attempts ?? null;
}

/** The history of an email; null when there is no such email in the scope. */
export async function listEvents(database: Database, emailId: string, scope: ModeScope) {
  const email = await database.emailRecord.findUnique({
    where: { id: emailId, ...modeIn(scope) },
    select: { events: { orderBy: { n: 'asc' } } },
  });
  return email?.events ?? null;
}

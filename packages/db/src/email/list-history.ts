/** Reads the attempts and events of one email, oldest first. */
import { modeIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';

/** The attempts of an email; null when the scope has no such email. Not paged, because a retry schedule has few steps. */
export async function listAttempts(database: Database, emailId: string, scope: ModeScope) {
  const email = await database.emailRecord.findUnique({
    where: { id: emailId, ...modeIn(scope) },
    select: { attempts: { orderBy: { n: 'asc' } } },
  });
  return email?.attempts ?? null;
}

/** The events of an email; null when the scope has no such email. */
export async function listEvents(database: Database, emailId: string, scope: ModeScope) {
  const email = await database.emailRecord.findUnique({
    where: { id: emailId, ...modeIn(scope) },
    select: { events: { orderBy: { n: 'asc' } } },
  });
  return email?.events ?? null;
}

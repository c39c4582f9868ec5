import { modeIsIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import type { EmailEventType, EmailStatus } from '../generated/enums.ts';

/** The status and the last event of an email, which clients poll. */
export interface CurrentStatus {
  readonly status: EmailStatus;
  readonly lastEvent: EmailEventType;
}

/** Reads the current status by two primary-key lookups; null when the scope has no such email. */
export async function readStatus(database: Database, id: string, scope: ModeScope): Promise<CurrentStatus | null> {
  const [current] = await database.$queryRaw<CurrentStatus[]>`
    SELECT email.status, event.type AS "lastEvent" FROM "EmailRecord" AS email
    JOIN "EmailEvent" AS event ON event."emailId" = email.id AND event.n = email."eventCount"
    WHERE email.id = ${id}::uuid AND ${modeIsIn(scope, Prisma.sql`email.mode`)}`;
  return current ?? null;
}

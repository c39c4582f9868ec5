import { modeIsIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import type { EmailEventType, EmailStatus } from '../generated/enums.ts';

/** How an email stands: the little that one waits for. */
export interface Standing {
  readonly status: EmailStatus;
  readonly lastEvent: EmailEventType;
}

/** How an email stands, by two look-ups of primary keys; null when there is no such email in the scope. */
export async function readStatus(database: Database, id: string, scope: ModeScope): Promise<Standing | null> {
  const [standing] = await database.$queryRaw<Standing[]>`
    SELECT email.status, event.type AS "lastEvent" FROM "EmailRecord" AS email
    JOIN "EmailEvent" AS event ON event."emailId" = email.id AND event.n = email."eventCount"
    WHERE email.id = ${id}::uuid AND ${modeIsIn(scope, Prisma.sql`email.mode`)}`;
  return standing ?? null;
}

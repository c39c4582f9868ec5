import type { Database } from '../database.ts';
import type { EmailEventType } from '../generated/enums.ts';

/** The type of the last event of each of these emails, by id. */
export async function findLastEvents(
  database: Pick<Database, '$queryRaw'>,
  ids: readonly string[],
): Promise<Map<string, EmailEventType>> {
  const rows = await database.$queryRaw<{ id: string; type: EmailEventType }[]>`
    SELECT email.id::text, event.type FROM "EmailRecord" AS email
    JOIN "EmailEvent" AS event ON event."emailId" = email.id AND event.n = email."eventCount"
    WHERE email.id = ANY (${ids}::uuid[])`;
  return new Map(rows.map(({ id, type }) => [id, type]));
}

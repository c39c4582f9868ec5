import type { Database } from '../database.ts';
import type { EmailEventType } from '../generated/enums.ts';

/** The last event of an email. */
export interface LastEvent {
  readonly type: EmailEventType;
  /** `retry` or `resolved` when a person caused it. */
  readonly cause: string | null;
}

/** The last event of each of these emails, by id. */
export async function findLastEvents(
  database: Pick<Database, '$queryRaw'>,
  ids: readonly string[],
): Promise<Map<string, LastEvent>> {
  const rows = await database.$queryRaw<(LastEvent & { readonly id: string })[]>`
    SELECT email.id::text, event.type, event.data ->> 'cause' AS cause FROM "EmailRecord" AS email
    JOIN "EmailEvent" AS event ON event."emailId" = email.id AND event.n = email."eventCount"
    WHERE email.id = ANY (${ids}::uuid[])`;
  return new Map(rows.map(({ id, type, cause }) => [id, { type, cause }]));
}

/** Adds addresses to the suppression list. */
import type { Database } from '../database.ts';
import type { SuppressionOrigin } from '../generated/enums.ts';
import { newId } from '../new-id.ts';
import { WRITTEN_WEBHOOKS, type NoteWebhooks } from '../webhook/webhooks-of-events.ts';
import { webhooksOfSuppressions } from '../webhook/webhooks-of-suppressions.ts';

/** An address to suppress. */
export interface NewSuppression {
  /** In lower case. */
  readonly email: string;
  readonly origin: SuppressionOrigin;
}

/** A suppressed address. */
export interface AddedSuppression {
  readonly id: string;
  readonly email: string;
  /** Whether this call added it. */
  readonly isNew: boolean;
}

/**
 * Suppresses addresses in one statement. An address already on the list keeps its original reason.
 *
 * @param noteWebhooks called with the endpoints that have a new webhook.
 * @returns one entry for each distinct address, in the order of first occurrence.
 */
export async function addSuppressions(
  database: Database,
  suppressions: readonly NewSuppression[],
  noteWebhooks?: NoteWebhooks,
): Promise<AddedSuppression[]> {
  const different = new Map<string, NewSuppression>();
  for (const one of suppressions) if (!different.has(one.email)) different.set(one.email, one);
  const rows = [...different.values()].map(({ email, origin }) => ({ id: newId(), email, origin }));
  const added = await database.$queryRaw<(AddedSuppression & { readonly webhooks: string[] | null })[]>`
    -- In the order of addresses, so that concurrent statements do not deadlock.
    WITH row AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row(id uuid, email text, origin "SuppressionOrigin")
      ORDER BY email
    ), written AS (
      INSERT INTO "Suppression" (id, email, origin) SELECT id, email, origin FROM row
      -- A no-op update, which returns the id of the existing row.
      ON CONFLICT (email) DO UPDATE SET email = excluded.email
      RETURNING id, email, origin, "sourceEmailId", "createdAt", xmax = 0 AS "isNew"
    ), suppression AS (
      SELECT * FROM written WHERE "isNew"
    ), webhook AS (${webhooksOfSuppressions('suppression.added')})
    SELECT id::text, email, "isNew", (${WRITTEN_WEBHOOKS}) AS webhooks FROM written`;
  const webhooks = added[0]?.webhooks ?? null;
  if (webhooks !== null) noteWebhooks?.(webhooks);
  const found = new Map(added.map(({ webhooks: _, ...one }) => [one.email, one]));
  return suppressions.flatMap(({ email }) => {
    const one = found.get(email);
    found.delete(email);
    return one ?? [];
  });
}

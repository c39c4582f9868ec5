/** Puts addresses on the suppression list. */
import type { Database } from '../database.ts';
import type { SuppressionOrigin } from '../generated/enums.ts';
import { newId } from '../new-id.ts';
import { WRITTEN_WEBHOOKS, type NoteWebhooks } from '../webhook/webhooks-of-events.ts';
import { webhooksOfSuppressions } from '../webhook/webhooks-of-suppressions.ts';

/** An address to be suppressed. */
export interface NewSuppression {
  /** In lower case. */
  readonly email: string;
  readonly origin: SuppressionOrigin;
}

/** An address that is on the list now. */
export interface AddedSuppression {
  readonly id: string;
  readonly email: string;
  /** Whether it was put there by this call. */
  readonly isNew: boolean;
}

/**
 * Suppresses addresses, all of them in one statement. One that is on the list stays as it is: why it
 * was put there first is the better reason.
 *
 * @param noteWebhooks hears which endpoints are to be told of it.
 * @returns one for each different address, in the order in which they were first named.
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
    -- In the order of addresses: two statements that add the same ones wait for each other and do not deadlock.
    WITH row AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row(id uuid, email text, origin "SuppressionOrigin")
      ORDER BY email
    ), written AS (
      INSERT INTO "Suppression" (id, email, origin) SELECT id, email, origin FROM row
      -- Changes nothing, and so tells the id of the one that is there.
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

/** Removes addresses from the suppression list. */
import type { Database } from '../database.ts';
import { WRITTEN_WEBHOOKS, type NoteWebhooks } from '../webhook/webhooks-of-events.ts';
import { webhooksOfSuppressions } from '../webhook/webhooks-of-suppressions.ts';
import type { Suppression, SuppressionKey } from './suppression.ts';

/**
 * Removes suppressions in one statement; email to their addresses is sent again.
 *
 * @param noteWebhooks called with the endpoints that have a new webhook.
 * @returns the removed suppressions, in the order of `keys`.
 */
export async function removeSuppressions(
  database: Database,
  keys: readonly SuppressionKey[],
  noteWebhooks?: NoteWebhooks,
): Promise<Suppression[]> {
  const ids = keys.flatMap((key) => (key.kind === 'id' ? [key.id.toLowerCase()] : []));
  const emails = keys.flatMap((key) => (key.kind === 'email' ? [key.email] : []));
  const removed = await database.$queryRaw<(Suppression & { readonly webhooks: string[] | null })[]>`
    WITH suppression AS (
      DELETE FROM "Suppression" WHERE id IN (
        SELECT id FROM "Suppression" WHERE id = ANY (${ids}::uuid[]) OR email = ANY (${emails}::text[]) ORDER BY email FOR UPDATE
      )
      RETURNING id, email, origin, "sourceEmailId", "createdAt"
    ), webhook AS (${webhooksOfSuppressions('suppression.removed')})
    SELECT id::text, email, origin, "sourceEmailId"::text, "createdAt", (${WRITTEN_WEBHOOKS}) AS webhooks FROM suppression`;
  const webhooks = removed[0]?.webhooks ?? null;
  if (webhooks !== null) noteWebhooks?.(webhooks);
  const named = new Map([...ids, ...emails].map((name, position) => [name, position]));
  const positionOf = ({ id, email }: Suppression): number => named.get(id) ?? named.get(email) ?? 0;
  return removed.map(({ webhooks: _, ...suppression }) => suppression).sort((one, other) => positionOf(one) - positionOf(other));
}

import { modeIsIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import { newId } from '../new-id.ts';
import type { SignedWebhook } from './create-webhook.ts';
import { newWebhookSecret, OVERLAP_HOURS } from './webhook-secret.ts';

/**
 * Gives an endpoint a new secret. The previous one stays valid for {@link OVERLAP_HOURS}; expired ones are removed.
 *
 * @returns null when the scope has no such endpoint.
 */
export async function rotateWebhookSecret(
  database: Database,
  endpointId: string,
  scope: ModeScope,
): Promise<SignedWebhook | null> {
  return database.$transaction(async (transaction) => {
    // Serializes concurrent rotations, so that the second retires the secret of the first.
    const locked = await transaction.$queryRaw<unknown[]>`
      SELECT 1 FROM "WebhookEndpoint" WHERE id = ${endpointId}::uuid AND "deletedAt" IS NULL AND ${modeIsIn(scope)} FOR UPDATE`;
    if (locked.length === 0) return null;

    const now = new Date();
    const overlapBegan = new Date(now.getTime() - OVERLAP_HOURS * 3_600_000);
    await transaction.webhookSecret.deleteMany({ where: { endpointId, retiredAt: { lt: overlapBegan } } });
    await transaction.webhookSecret.updateMany({ where: { endpointId, retiredAt: null }, data: { retiredAt: now } });
    const secret = newWebhookSecret();
    await transaction.webhookSecret.create({ data: { id: newId(), endpointId, secret } });
    return { id: endpointId, secret };
  });
}

import type { Prisma } from '../generated/client.ts';

/**
 * Ends the sessions of keys, in the transaction that revokes them: the same key may be good again later, as one from
 * `BOOTSTRAP_API_KEY` is, and whoever was signed in with it before is not.
 */
export async function endSessionsOf(transaction: Prisma.TransactionClient, apiKeyIds: readonly string[], now: Date) {
  await transaction.session.updateMany({
    where: { apiKeyId: { in: [...apiKeyIds] }, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
}

import type { Prisma } from '../generated/client.ts';

/**
 * Ends the sessions of keys in the transaction that revokes them. A key of `BOOTSTRAP_API_KEY` may be reactivated later, but
 * its old sessions must not be.
 */
export async function endSessionsOf(transaction: Prisma.TransactionClient, apiKeyIds: readonly string[], now: Date) {
  await transaction.session.updateMany({
    where: { apiKeyId: { in: [...apiKeyIds] }, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
}

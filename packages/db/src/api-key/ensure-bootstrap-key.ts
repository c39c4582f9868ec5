import type { Database } from '../database.ts';
import { newId } from '../new-id.ts';
import { endSessionsOf } from '../session/end-sessions-of.ts';
import { hashApiKeyToken, prefixOfApiKeyToken } from './api-key-token.ts';
import { NO_RESTRICTIONS, restrictionColumns } from './find-api-keys.ts';

/**
 * Creates or reactivates the key `token` with full access and no restrictions, and revokes all other bootstrap keys; all of
 * them when `token` is undefined. Sessions of revoked keys end, and do not resume when the key is reactivated.
 * Idempotent and safe to run concurrently.
 */
export async function ensureBootstrapKey(database: Database, token: string | undefined): Promise<void> {
  const hash = token === undefined ? new Uint8Array() : hashApiKeyToken(token);
  const now = new Date();
  await database.$transaction(async (transaction) => {
    const revoked = await transaction.apiKey.updateManyAndReturn({
      where: { bootstrap: true, revokedAt: null, hash: { not: hash } },
      data: { revokedAt: now },
      select: { id: true },
    });
    await endSessionsOf(
      transaction,
      revoked.map(({ id }) => id),
      now,
    );
    if (token === undefined) return;
    await transaction.apiKey.upsert({
      where: { hash },
      create: { id: newId(), name: 'BOOTSTRAP_API_KEY', bootstrap: true, hash, prefix: prefixOfApiKeyToken(token) },
      update: { revokedAt: null, ...restrictionColumns(NO_RESTRICTIONS) },
    });
  });
}

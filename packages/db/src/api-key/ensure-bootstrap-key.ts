import type { Database } from '../database.ts';
import { newId } from '../new-id.ts';
import { hashApiKeyToken, prefixOfApiKeyToken } from './api-key-token.ts';

/**
 * Makes the key `token` exist with full access, and revokes the bootstrap keys before it: all of
 * them when `token` is undefined. Safe to repeat, and when several processes do it at once.
 */
export async function ensureBootstrapKey(database: Database, token: string | undefined): Promise<void> {
  const hash = token === undefined ? new Uint8Array() : hashApiKeyToken(token);
  await database.$transaction([
    database.apiKey.updateMany({
      where: { bootstrap: true, revokedAt: null, hash: { not: hash } },
      data: { revokedAt: new Date() },
    }),
    ...(token === undefined
      ? []
      : [
          database.apiKey.upsert({
            where: { hash },
            create: { id: newId(), name: 'BOOTSTRAP_API_KEY', bootstrap: true, hash, prefix: prefixOfApiKeyToken(token) },
            update: { revokedAt: null },
          }),
        ]),
  ]);
}

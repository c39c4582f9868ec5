import type { Database } from '../database.ts';
import type { Mode, Permission } from '../generated/enums.ts';
import { newId } from '../new-id.ts';
import { hashApiKeyToken, newApiKeyToken, prefixOfApiKeyToken } from './api-key-token.ts';

/** A key that was just made; the only time its token can be read. */
export interface CreatedApiKey {
  readonly id: string;
  readonly token: string;
}

/** Makes an API key. Only the hash of its token is kept. */
export async function createApiKey(
  database: Database,
  { name, permission, mode }: { readonly name: string; readonly permission: Permission; readonly mode: Mode },
): Promise<CreatedApiKey> {
  const token = newApiKeyToken(mode);
  const id = newId();
  await database.apiKey.create({
    data: { id, name, permission, mode, hash: hashApiKeyToken(token), prefix: prefixOfApiKeyToken(token) },
  });
  return { id, token };
}

import type { Database } from '../database.ts';
import type { Mode, Permission } from '../generated/enums.ts';
import { newId } from '../new-id.ts';
import { hashApiKeyToken, newApiKeyToken, prefixOfApiKeyToken } from './api-key-token.ts';
import { restrictionColumns, type ApiKeyRestrictions } from './find-api-keys.ts';

/** A key that was just made; the only time its token can be read. */
export interface CreatedApiKey {
  readonly id: string;
  readonly token: string;
}

/** A key that is to be made. */
export interface NewApiKey {
  readonly name: string;
  readonly permission: Permission;
  readonly mode: Mode;
  /** From 1 to 10; 1 where it is left out. */
  readonly weight?: number | undefined;
  /** What it is held to; nothing where it is left out. */
  readonly restrictions?: Partial<ApiKeyRestrictions>;
}

/** Makes an API key. Only the hash of its token is kept. */
export async function createApiKey(
  database: Database,
  { name, permission, mode, weight = 1, restrictions = {} }: NewApiKey,
): Promise<CreatedApiKey> {
  const token = newApiKeyToken(mode);
  const id = newId();
  const secret = { hash: hashApiKeyToken(token), prefix: prefixOfApiKeyToken(token) };
  await database.apiKey.create({ data: { id, name, permission, mode, weight, ...secret, ...restrictionColumns(restrictions) } });
  return { id, token };
}

import type { Database } from '../database.ts';
import type { Mode, Permission } from '../generated/enums.ts';
import { newId } from '../new-id.ts';
import { hashApiKeyToken, newApiKeyToken, prefixOfApiKeyToken } from './api-key-token.ts';
import { restrictionColumns, type ApiKeyRestrictions } from './find-api-keys.ts';

/** A newly created key; the only time its token is available. */
export interface CreatedApiKey {
  readonly id: string;
  readonly token: string;
}

/** A key to create. */
export interface NewApiKey {
  readonly name: string;
  readonly permission: Permission;
  readonly mode: Mode;
  /** From 1 to 10; 1 by default. */
  readonly weight?: number | undefined;
  /** None by default. */
  readonly restrictions?: Partial<ApiKeyRestrictions>;
}

/** Creates an API key. Only the hash of its token is stored. */
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

import type { Database } from '../database.ts';
import { restrictionColumns, type ApiKeyRestrictions } from './find-api-keys.ts';
import { modeIn, type ModeScope } from './mode-scope.ts';

/** What is to be changed; the rest stays. */
export interface ApiKeyChanges {
  readonly name?: string | undefined;
  /** From 1 to 10. */
  readonly weight?: number | undefined;
  readonly restrictions?: Partial<ApiKeyRestrictions>;
}

/**
 * Changes a key. One that is in use is held to its restrictions within a second; its weight holds within ten.
 *
 * @returns `bootstrap` for the key of `BOOTSTRAP_API_KEY`, which is never restricted, and `unknown` when there is no key of this
 *   id in the scope that is not revoked; nothing is changed then.
 */
export async function updateApiKey(
  database: Database,
  id: string,
  { name, weight, restrictions = {} }: ApiKeyChanges,
  scope: ModeScope,
): Promise<'updated' | 'bootstrap' | 'unknown'> {
  const here = { id, revokedAt: null, ...modeIn(scope) };
  const data = {
    ...(name !== undefined && { name }),
    ...(weight !== undefined && { weight }),
    ...restrictionColumns(restrictions),
  };
  const restricts = Object.keys(restrictions).length > 0;
  const { count } = await database.apiKey.updateMany({ where: { ...here, ...(restricts && { bootstrap: false }) }, data });
  if (count === 1) return 'updated';
  return (await database.apiKey.count({ where: here })) === 1 ? 'bootstrap' : 'unknown';
}

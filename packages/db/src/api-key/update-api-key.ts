import type { Database } from '../database.ts';
import { restrictionColumns, type ApiKeyRestrictions } from './find-api-keys.ts';
import { modeIn, type ModeScope } from './mode-scope.ts';

/** What is to be changed; the rest stays. */
export interface ApiKeyChanges {
  readonly name?: string | undefined;
  readonly restrictions?: Partial<ApiKeyRestrictions>;
}

/**
 * Changes a key. One that is in use is held to it within a second.
 *
 * @returns `bootstrap` for the key of `BOOTSTRAP_API_KEY`, which is never restricted, and `unknown` when there is no key of this
 *   id in the scope that is not revoked; nothing is changed then.
 */
export async function updateApiKey(
  database: Database,
  id: string,
  { name, restrictions = {} }: ApiKeyChanges,
  scope: ModeScope,
): Promise<'updated' | 'bootstrap' | 'unknown'> {
  const here = { id, revokedAt: null, ...modeIn(scope) };
  const data = { ...(name !== undefined && { name }), ...restrictionColumns(restrictions) };
  const onlyNamed = Object.keys(restrictions).length === 0;
  const { count } = await database.apiKey.updateMany({ where: { ...here, ...(!onlyNamed && { bootstrap: false }) }, data });
  if (count === 1) return 'updated';
  return (await database.apiKey.count({ where: here })) === 1 ? 'bootstrap' : 'unknown';
}

import type { Database } from '../database.ts';
import { restrictionColumns, type ApiKeyRestrictions } from './find-api-keys.ts';
import { modeIn, type ModeScope } from './mode-scope.ts';

/** The changes; omitted fields keep their values. */
export interface ApiKeyChanges {
  readonly name?: string | undefined;
  /** From 1 to 10. */
  readonly weight?: number | undefined;
  readonly restrictions?: Partial<ApiKeyRestrictions>;
}

/**
 * Changes a key. Restrictions take effect within a second, the weight within ten.
 *
 * @returns `bootstrap` when restrictions were given for the key of `BOOTSTRAP_API_KEY`, which is never restricted; `unknown`
 *   when the scope has no such key that is not revoked. Nothing is changed in either case.
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

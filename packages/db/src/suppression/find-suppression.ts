import type { Database } from '../database.ts';
import type { Suppression, SuppressionKey } from './suppression.ts';

/** Finds a suppression by id or address; null when there is none. */
export async function findSuppression(database: Database, key: SuppressionKey): Promise<Suppression | null> {
  return database.suppression.findUnique({ where: key.kind === 'id' ? { id: key.id } : { email: key.email } });
}

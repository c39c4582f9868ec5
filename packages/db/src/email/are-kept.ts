import type { Database } from '../database.ts';

/**
 * Whether all emails with these ids are committed. To be asked when committing them ended in an error:
 * a connection may be lost after the commit and before its confirmation.
 */
export async function areKept(database: Database, ids: readonly string[]): Promise<boolean> {
  return (await database.emailRecord.count({ where: { id: { in: [...ids] } } })) === ids.length;
}

import type { Database } from '../database.ts';

/**
 * Whether all emails with these ids are committed. For use after a failed commit: the connection may have been lost after the
 * commit and before its confirmation.
 */
export async function areKept(database: Database, ids: readonly string[]): Promise<boolean> {
  return (await database.emailRecord.count({ where: { id: { in: [...ids] } } })) === ids.length;
}

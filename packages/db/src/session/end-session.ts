import type { Database } from '../database.ts';
import { hashSecret } from './session-token.ts';

/** Ends the session with this token, if there is one. Its row is kept for a while as a record that its link was used. */
export async function endSession(database: Database, token: string, now: Date): Promise<void> {
  await database.session.updateMany({ where: { hash: hashSecret(token), expiresAt: { gt: now } }, data: { expiresAt: now } });
}

import type { Database } from '../database.ts';
import { newId } from '../new-id.ts';
import { hashSecret, newSessionToken } from './session-token.ts';

/** Milliseconds for which an ended session is kept: longer than any link works, so that none works twice. */
const KEPT_MS = 86_400_000;

/** A session to be begun. */
export interface SessionRequest {
  /** The key that it acts for, and ends with. */
  readonly apiKeyId: string;
  /** Names the link that it is begun with, where it is; each can begin one session. */
  readonly linkId?: string | undefined;
  readonly now: Date;
  readonly lifetimeMs: number;
}

/**
 * Begins a session, and forgets those that ended long ago.
 *
 * @returns what the cookie is to hold, which is kept nowhere; null when the link has been used before.
 */
export async function beginSession(
  database: Database,
  { apiKeyId, linkId, now, lifetimeMs }: SessionRequest,
): Promise<string | null> {
  const token = newSessionToken();
  const session = {
    id: newId(),
    hash: hashSecret(token),
    apiKeyId,
    linkHash: linkId === undefined ? null : hashSecret(linkId),
    createdAt: now,
    expiresAt: new Date(now.getTime() + lifetimeMs),
  };
  const [, { count }] = await database.$transaction([
    database.session.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - KEPT_MS) } } }),
    database.session.createMany({ data: [session], skipDuplicates: true }),
  ]);
  return count === 1 ? token : null;
}

/** Reads one email with its details. */
import { modeIn, type ModeScope } from '../api-key/mode-scope.ts';
import { SNAPSHOT, type Database } from '../database.ts';
import { findLastEvents } from './find-last-events.ts';

/** An email with its content, its recipients and its last attempt. */
export type EmailDetail = NonNullable<Awaited<ReturnType<typeof getEmail>>>;

/** The email; null when the scope has none with this id. */
export function getEmail(database: Database, id: string, scope: ModeScope) {
  return database.$transaction(async (snapshot) => {
    const email = await snapshot.emailRecord.findUnique({ where: { id, ...modeIn(scope) } });
    if (email === null) return null;
    const last = (await findLastEvents(snapshot, [id])).get(id);
    // Sequential reads instead of `include`, which would send concurrent statements on the transaction's connection.
    const where = { emailId: id };
    return {
      ...email,
      content: await snapshot.emailContent.findUnique({ where }),
      recipients: await snapshot.emailRecipient.findMany({ where, orderBy: [{ kind: 'asc' }, { address: 'asc' }] }),
      tags: await snapshot.emailTag.findMany({ where, orderBy: { position: 'asc' } }),
      attempts: await snapshot.deliveryAttempt.findMany({ where, orderBy: { n: 'desc' }, take: 1 }),
      lastEvent: last?.type,
      lastCause: last?.cause ?? null,
    };
  }, SNAPSHOT);
}

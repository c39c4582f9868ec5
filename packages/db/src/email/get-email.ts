/** Reads one email as its sender sees it. */
import type { Database } from '../database.ts';
import { findLastEvents } from './find-last-events.ts';

/** An email with its content, its recipients and its last attempt. */
export type EmailDetail = NonNullable<Awaited<ReturnType<typeof getEmail>>>;

/** The email, or null when there is none with this id. */
export async function getEmail(database: Database, id: string) {
  const email = await database.emailRecord.findUnique({
    where: { id },
    include: {
      content: true,
      recipients: { orderBy: [{ kind: 'asc' }, { address: 'asc' }] },
      tags: { orderBy: { position: 'asc' } },
      attempts: { orderBy: { n: 'desc' }, take: 1 },
    },
  });
  return email === null ? null : { ...email, lastEvent: (await findLastEvents(database, [id])).get(id) };
}

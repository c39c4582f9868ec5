/** Reads what a worker needs to send an email. */
import type { Database } from '../database.ts';

/** An email with everything that is sent, and the recipients that are still to be tried. */
export type Delivery = NonNullable<Awaited<ReturnType<typeof loadDelivery>>>;

/** The email, or null when there is none with this id. Its content is null once it has expired. */
export async function loadDelivery(database: Database, emailId: string) {
  return database.emailRecord.findUnique({
    where: { id: emailId },
    include: {
      content: true,
      recipients: true,
      attachments: { orderBy: { position: 'asc' }, include: { content: true } },
    },
  });
}

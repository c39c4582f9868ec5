/** What is needed to show an email as its recipient would see it. */
import type { Database } from '../database.ts';

/** The html and the files that it refers to; null when there is no such email. */
export async function readPreview(database: Database, emailId: string) {
  return database.emailRecord.findUnique({
    where: { id: emailId },
    select: {
      headers: true,
      content: { select: { html: true } },
      attachments: { where: { contentId: { not: null }, sha256: { not: null } }, select: { id: true, contentId: true } },
    },
  });
}

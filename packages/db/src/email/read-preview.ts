/** What is needed to show an email as its recipient would see it. */
import { modeIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';

/** The html and the files that it refers to; null when there is no such email in the scope. */
export async function readPreview(database: Database, emailId: string, scope: ModeScope) {
  return database.emailRecord.findUnique({
    where: { id: emailId, ...modeIn(scope) },
    select: {
      headers: true,
      content: { select: { html: true } },
      attachments: { where: { contentId: { not: null }, sha256: { not: null } }, select: { id: true, contentId: true } },
    },
  });
}

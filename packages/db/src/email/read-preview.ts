/** Reads what is needed to preview an email. */
import { modeIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';

/** The html and its inline attachments; null when the scope has no such email. */
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

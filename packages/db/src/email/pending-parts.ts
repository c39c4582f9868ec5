/** Html, text and attachments of submitted messages, which are parsed for display after the email was accepted. */
import type { Database } from '../database.ts';
import { inTransaction } from '../in-transaction.ts';
import { firstIdAt } from '../new-id.ts';
import type { Statements } from '../prepared-statement.ts';
import { insertAttachmentContents } from './insert-attachment-contents.ts';
import { attachmentRows, type SubmittedAttachment } from './submission.ts';

/** An email whose message is not parsed yet. */
export interface PendingParts {
  readonly emailId: string;
  /** Null for an email without a key. */
  readonly apiKeyId: string | null;
}

/** The displayed parts of a message, besides its header. */
export interface MessageParts {
  readonly html: string | null;
  readonly text: string | null;
  readonly attachments: readonly SubmittedAttachment[];
}

/** Number of oldest pending rows among which keys take turns. */
const WINDOW = 10_000;

/** At most `limit` unparsed emails accepted before `acceptedBefore`: keys take turns, each with its oldest first. */
export function findPendingParts(database: Database, acceptedBefore: Date, limit: number): Promise<PendingParts[]> {
  return database.$queryRaw<PendingParts[]>`
    SELECT turn."emailId"::text AS "emailId", turn."apiKeyId"::text AS "apiKeyId" FROM (
      SELECT email.id AS "emailId", email."apiKeyId", row_number() OVER (PARTITION BY email."apiKeyId" ORDER BY email.id) AS n
      FROM (
        SELECT "emailId" FROM "EmailContent" WHERE "partsPending" AND "emailId" < ${firstIdAt(acceptedBefore)}::uuid
        ORDER BY "emailId" LIMIT ${WINDOW}
      ) AS pending
      JOIN "EmailRecord" AS email ON email.id = pending."emailId"
    ) AS turn
    ORDER BY turn.n, turn."emailId" LIMIT ${limit}`;
}

/** The unparsed message of an email; null when it has been parsed, or removed with the content. */
export async function readPendingMessage(database: Database, emailId: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const content = await database.emailContent.findFirst({
    where: { emailId, partsPending: true },
    select: { message: { select: { bytes: true } } },
  });
  return content?.message?.bytes ?? null;
}

/**
 * Stores the parsed parts of a message.
 *
 * @returns false when nothing was written because the parts were already stored, or the content was removed.
 */
export async function recordParts(
  database: Database,
  emailId: string,
  { html, text, attachments }: MessageParts,
): Promise<boolean> {
  const update = (connection: Pick<Statements, '$executeRaw'>): Promise<number> => connection.$executeRaw`
    UPDATE "EmailContent" SET html = ${html}, text = ${text}, "partsPending" = false
    WHERE "emailId" = ${emailId}::uuid AND "partsPending"`;
  if (attachments.length === 0) return (await update(database)) === 1;
  return inTransaction(database, async (transaction) => {
    // Locks the row: a concurrent removal of the content waits, and then removes the attachments too.
    if ((await update(transaction)) === 0) return false;
    await insertAttachmentContents(
      transaction,
      attachments.flatMap(({ bytes }) => (bytes === null ? [] : [bytes])),
    );
    await transaction.$executeRaw`
      INSERT INTO "Attachment" (id, "emailId", position, filename, "contentType", "contentId", url, size, sha256)
      SELECT id, ${emailId}::uuid, position, filename, "contentType", "contentId", url, size, decode(sha256, 'hex')
      FROM json_to_recordset(${JSON.stringify(attachmentRows(attachments))}::json) AS a(
        id uuid, position int, filename text, "contentType" text, "contentId" text, url text, size int, sha256 text
      )`;
    return true;
  });
}

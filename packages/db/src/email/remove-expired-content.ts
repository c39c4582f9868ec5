/** Removes the content of emails finished before the retention period. Their records are kept. */
import { FINAL } from '@sendoff/core';
import { LONG_TRANSACTION, type Database } from '../database.ts';
import { firstIdAt } from '../new-id.ts';

/**
 * Removes html, text, message and attachments of at most `limit` emails that reached their final state before
 * `finishedBefore`. Small batches hold locks briefly; repeat until it returns less than `limit`.
 *
 * Scans content from the oldest email on, so a batch costs what it removes plus the few old emails that are not finished.
 *
 * @returns the number of emails whose content was removed.
 */
export async function removeExpiredContent(database: Database, finishedBefore: Date, limit: number): Promise<number> {
  return database.$transaction(async (transaction) => {
    const expired = await transaction.$queryRaw<{ emailId: string }[]>`
      DELETE FROM "EmailContent" WHERE "emailId" IN (
        SELECT content."emailId" FROM "EmailContent" AS content
        JOIN "EmailRecord" AS email ON email.id = content."emailId"
        JOIN "EmailEvent" AS event ON event."emailId" = email.id AND event.n = email."eventCount"
        WHERE content."emailId" < ${firstIdAt(finishedBefore)}::uuid AND email.status = ANY (${FINAL}::"EmailStatus"[])
          AND event.at < ${finishedBefore}
        ORDER BY content."emailId" LIMIT ${limit}
        FOR UPDATE OF content, email SKIP LOCKED
      ) RETURNING "emailId"::text`;
    await transaction.$executeRaw`
      UPDATE "Attachment" SET sha256 = NULL WHERE "emailId" = ANY (${expired.map(({ emailId }) => emailId)}::uuid[])`;
    return expired.length;
  }, LONG_TRANSACTION);
}

/**
 * Removes at most `limit` contents of attachments and messages that no email refers to.
 *
 * An email being accepted with the same bytes locks their row first; locked rows are skipped until the next run.
 *
 * @returns how many were removed.
 */
export async function removeUnusedAttachmentContents(database: Database, limit: number): Promise<number> {
  return database.$transaction(async (transaction) => {
    const unused = await transaction.$queryRaw<{ hash: string }[]>`
      SELECT encode(content.sha256, 'hex') AS hash FROM "AttachmentContent" AS content
      WHERE NOT EXISTS (SELECT FROM "Attachment" WHERE "Attachment".sha256 = content.sha256)
        AND NOT EXISTS (SELECT FROM "EmailContent" WHERE "EmailContent"."messageHash" = content.sha256)
      LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
    const hashes = unused.map(({ hash }) => hash);
    // Checked again under the lock: an email that refers to the content may have been committed in between.
    return transaction.$executeRaw`
      DELETE FROM "AttachmentContent" AS content
      WHERE content.sha256 IN (SELECT decode(hash, 'hex') FROM unnest(${hashes}::text[]) AS hash)
        AND NOT EXISTS (SELECT FROM "Attachment" WHERE "Attachment".sha256 = content.sha256)
        AND NOT EXISTS (SELECT FROM "EmailContent" WHERE "EmailContent"."messageHash" = content.sha256)`;
  }, LONG_TRANSACTION);
}

/** Removes at most `limit` expired idempotency keys. @returns how many were removed. */
export async function removeExpiredIdempotencyKeys(database: Database, createdBefore: Date, limit: number): Promise<number> {
  return database.$executeRaw`
    DELETE FROM "IdempotencyKey" WHERE ("apiKeyId", "keyHash") IN (
      SELECT "apiKeyId", "keyHash" FROM "IdempotencyKey" WHERE "createdAt" < ${createdBefore} LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )`;
}

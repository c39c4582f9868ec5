/** Removes the content of emails that were finished long ago. Their records stay. */
import { FINAL } from '@sendoff/core';
import { LONG_TRANSACTION, type Database } from '../database.ts';
import { firstIdAt } from '../new-id.ts';

/**
 * Removes html, text, message and attachments of at most `limit` emails that reached their final state before
 * `finishedBefore`. Small batches hold no lock for long; call it until it returns less than `limit`.
 *
 * Content is looked through from the oldest email on, and what is removed is gone from there, so a
 * batch costs what it removes and the few old emails that still wait.
 *
 * @returns how many emails lost their content.
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
 * Removes at most `limit` contents of attachments and messages that no email refers to any more.
 *
 * A new email may come with the same bytes at this moment: it locks their row first, and a row that
 * is locked is left for the next time.
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
    // Looked at again, now that the rows are locked: an email may have been committed in between.
    return transaction.$executeRaw`
      DELETE FROM "AttachmentContent" AS content
      WHERE content.sha256 IN (SELECT decode(hash, 'hex') FROM unnest(${hashes}::text[]) AS hash)
        AND NOT EXISTS (SELECT FROM "Attachment" WHERE "Attachment".sha256 = content.sha256)
        AND NOT EXISTS (SELECT FROM "EmailContent" WHERE "EmailContent"."messageHash" = content.sha256)`;
  }, LONG_TRANSACTION);
}

/** Removes at most `limit` idempotency keys that are no longer remembered. */
export async function removeExpiredIdempotencyKeys(database: Database, createdBefore: Date, limit: number): Promise<number> {
  return database.$executeRaw`
    DELETE FROM "IdempotencyKey" WHERE ("apiKeyId", "keyHash") IN (
      SELECT "apiKeyId", "keyHash" FROM "IdempotencyKey" WHERE "createdAt" < ${createdBefore} LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )`;
}

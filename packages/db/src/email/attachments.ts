/** Reads attachments, and stores fetched ones. */
import { modeIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import { inTransaction } from '../in-transaction.ts';
import { insertAttachmentContents } from './insert-attachment-contents.ts';
import { contentHash, hashContents } from './submission.ts';

/** An attachment without its bytes. */
export type AttachmentSummary = NonNullable<Awaited<ReturnType<typeof listAttachments>>>[number];

const SUMMARY = { id: true, filename: true, contentType: true, contentId: true, size: true, sha256: true } as const;

/** The attachments of an email in their order; null when the scope has no such email. */
export async function listAttachments(database: Database, emailId: string, scope: ModeScope) {
  const email = await database.emailRecord.findUnique({
    where: { id: emailId, ...modeIn(scope) },
    select: { attachments: { orderBy: { position: 'asc' }, select: SUMMARY } },
  });
  return email?.attachments ?? null;
}

/** The size and the owner of an attachment. */
export interface AttachmentMeasure {
  /** Bytes. */
  readonly size: number;
  /** The key of the email; null when it was submitted on the command line. */
  readonly apiKeyId: string | null;
}

/** The size of an attachment, to check before reading its bytes; null when there is none, or it is not fetched yet. */
export async function measureAttachment(database: Database, emailId: string, id: string): Promise<AttachmentMeasure | null> {
  const attachment = await database.attachment.findFirst({
    where: { id, emailId },
    select: { size: true, email: { select: { apiKeyId: true } } },
  });
  const size = attachment?.size ?? null;
  return attachment === null || size === null ? null : { size, apiKeyId: attachment.email.apiKeyId };
}

/** An attachment with its bytes; null when there is none, or its bytes are not fetched yet or have expired. */
export async function readAttachment(database: Database, emailId: string, id: string) {
  const attachment = await database.attachment.findFirst({
    where: { id, emailId },
    select: { filename: true, contentType: true, content: { select: { bytes: true } } },
  });
  return attachment?.content ? { ...attachment, bytes: attachment.content.bytes } : null;
}

/** The bytes with this SHA-256 (in hex), or null when they have expired. */
export async function readAttachmentBytes(database: Database, hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const content = await database.attachmentContent.findUnique({ where: { sha256: new Uint8Array(Buffer.from(hash, 'hex')) } });
  return content?.bytes ?? null;
}

/**
 * Stores the bytes of a fetched attachment, so that later attempts send the same bytes. Bytes stored before are not replaced:
 * they may have been sent.
 *
 * @returns their SHA-256 in hex.
 */
export async function keepFetchedAttachment(
  database: Database,
  id: string,
  fetched: { readonly bytes: Uint8Array<ArrayBuffer>; readonly contentType: string | null },
): Promise<string> {
  await hashContents([fetched.bytes]);
  const hash = contentHash(fetched.bytes);
  await inTransaction(database, async (transaction) => {
    await insertAttachmentContents(transaction, [fetched.bytes]);
    await transaction.$executeRaw`
      UPDATE "Attachment" SET sha256 = decode(${hash}, 'hex'), size = ${fetched.bytes.length}::int,
        "contentType" = coalesce("contentType", ${fetched.contentType})
      WHERE id = ${id}::uuid AND sha256 IS NULL`;
  });
  return hash;
}

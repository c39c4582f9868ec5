/** Reads what is needed to show the source of an email: the parts to compose it from, or the submitted message. */
import { modeIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import { readAttachmentBytes } from './attachments.ts';

/** The email without the bytes of its attachments; null when the scope has none, or its content has expired. */
export async function readMessage(database: Database, emailId: string, scope: ModeScope) {
  const email = await database.emailRecord.findUnique({
    where: { id: emailId, ...modeIn(scope) },
    select: {
      ...{ messageId: true, createdAt: true, from: true, to: true, cc: true, replyTo: true, subject: true, headers: true },
      content: { select: { html: true, text: true, messageHash: true } },
      attachments: {
        orderBy: { position: 'asc' },
        select: { filename: true, contentType: true, contentId: true, size: true, sha256: true },
      },
    },
  });
  if (!email?.content) return null;
  const { messageHash, ...content } = email.content;
  return {
    ...email,
    headers: email.headers as Readonly<Record<string, string | readonly string[]>>,
    /** `message` is the SHA-256 in hex of the submitted message, if there is one. */
    content: { ...content, message: messageHash === null ? null : Buffer.from(messageHash).toString('hex') },
  };
}

/** The result of {@link readMessage}. */
export type KeptMessage = NonNullable<Awaited<ReturnType<typeof readMessage>>>;

/** The email with the bytes of its attachments; empty for those not fetched yet or expired. */
export async function readMessageFiles(database: Database, email: KeptMessage) {
  const attachments = [];
  for (const { sha256, ...attachment } of email.attachments) {
    const bytes = sha256 === null ? null : await readAttachmentBytes(database, Buffer.from(sha256).toString('hex'));
    attachments.push({ ...attachment, content: { bytes: bytes ?? new Uint8Array() } });
  }
  return { ...email, attachments };
}

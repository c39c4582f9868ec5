import { readAttachmentBytes, type Database, type Delivery, type DeliveryAttachment } from '@sendoff/db';

/** A file with its bytes; without them when they are to be fetched, or have expired. */
export type LoadedAttachment = DeliveryAttachment & {
  readonly content: { readonly bytes: Uint8Array<ArrayBuffer> } | null;
};

/** An email with the bytes of the files that are kept. */
export type LoadedDelivery = Omit<Delivery, 'attachments'> & { readonly attachments: readonly LoadedAttachment[] };

/**
 * Reads the bytes of an email's files. Apart from beginning the attempt, because they can be large: by
 * now its lease is being kept.
 */
export async function loadAttachments(database: Database, email: Delivery): Promise<LoadedDelivery> {
  const attachments: LoadedAttachment[] = [];
  for (const attachment of email.attachments) {
    const bytes = attachment.hash === null ? null : await readAttachmentBytes(database, attachment.hash);
    attachments.push({ ...attachment, content: bytes === null ? null : { bytes } });
  }
  return { ...email, attachments };
}

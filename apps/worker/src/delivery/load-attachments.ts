import { readAttachmentBytes, type Database, type Delivery, type DeliveryAttachment } from '@sendoff/db';

/** An attachment with its bytes; `content` is null when they are not fetched yet or have expired. */
export type LoadedAttachment = DeliveryAttachment & {
  readonly content: { readonly bytes: Uint8Array<ArrayBuffer> } | null;
};

/** An email with the bytes of its stored attachments. */
export type LoadedDelivery = Omit<Delivery, 'attachments'> & { readonly attachments: readonly LoadedAttachment[] };

/**
 * Reads the bytes of an email's attachments. Not part of beginning the attempt because they can be large: by now the lease
 * is being renewed.
 */
export async function loadAttachments(database: Database, email: Delivery): Promise<LoadedDelivery> {
  const attachments: LoadedAttachment[] = [];
  for (const attachment of email.attachments) {
    const bytes = attachment.hash === null ? null : await readAttachmentBytes(database, attachment.hash);
    attachments.push({ ...attachment, content: bytes === null ? null : { bytes } });
  }
  return { ...email, attachments };
}

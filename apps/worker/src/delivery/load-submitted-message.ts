import { readAttachmentBytes, type Database, type Delivery, type DeliveryMessage } from '@sendoff/db';
import type { OutboundMessage } from '@sendoff/mail';
import { isToBeTried } from './outgoing-email.ts';

/**
 * Reads a message that is sent as it was submitted, addressed to the recipients that are still open; null when it has
 * expired. Not part of beginning the attempt because it can be large: by now the lease is being renewed.
 */
export async function loadSubmittedMessage(
  database: Database,
  { hash, sender, recipients }: DeliveryMessage,
  states: Delivery['recipients'],
): Promise<OutboundMessage | null> {
  const bytes = await readAttachmentBytes(database, hash);
  if (bytes === null) return null;
  const open = new Set(states.filter(isToBeTried).map(({ address }) => address));
  return {
    envelope: { from: sender, to: recipients.filter((address) => open.has(address.toLowerCase())) },
    raw: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  };
}

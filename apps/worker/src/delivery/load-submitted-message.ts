import { readAttachmentBytes, type Database, type Delivery, type DeliveryMessage } from '@sendoff/db';
import type { OutboundMessage } from '@sendoff/mail';
import { isToBeTried } from './outgoing-email.ts';

/**
 * Reads a message that is sent as it was submitted, for the recipients that are still to be tried; null when it has
 * expired. Apart from beginning the attempt, because it can be large: by now its lease is being kept.
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

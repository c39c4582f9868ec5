/** From the rows of an email to what is sent. */
import type { Delivery, DeliveryRecipient } from '@sendoff/db';
import type { OutgoingMessage, RelayMessage } from '@sendoff/mail';
import { parseMailbox } from '@sendoff/mail/message';
import type { CompleteDelivery } from './fetch-attachments.ts';

/** The message as its recipients are to read it. Bcc is not part of it. */
export function outgoingMessage(email: CompleteDelivery): OutgoingMessage {
  return {
    messageId: email.messageId,
    // The same in every attempt, so that every attempt sends the same bytes.
    date: email.createdAt,
    from: email.from,
    to: email.to,
    cc: email.cc,
    replyTo: email.replyTo,
    subject: email.subject,
    html: email.content?.html ?? null,
    text: email.content?.text ?? null,
    headers: email.headers,
    attachments: email.attachments.map(({ filename, contentType, contentId, content }) => ({
      filename,
      contentType,
      contentId,
      content: Buffer.from(content.bytes),
    })),
  };
}

/** Whom the relay is to deliver it to: the recipients that are still to be tried, as the sender wrote them. */
export function envelope(email: Omit<Delivery, 'attachments'>): RelayMessage['envelope'] {
  const asWritten = new Map(
    [...email.to, ...email.cc, ...email.bcc].map((text) => {
      const { address } = parseMailbox(text);
      return [address.toLowerCase(), address];
    }),
  );
  return {
    from: parseMailbox(email.from).address,
    to: email.recipients.filter(isOpen).map(({ address }) => asWritten.get(address) ?? address),
  };
}

/** Whether a recipient is still to be tried. */
export const isOpen = ({ state }: Pick<DeliveryRecipient, 'state'>): boolean => state === 'pending' || state === 'deferred';

/** To whom an email goes. */
import type { Delivery, DeliveryRecipient } from '@sendoff/db';
import type { RelayMessage } from '@sendoff/mail';
import { parseMailbox } from '@sendoff/mail/message';
import type { HandledRecipient } from './attempt-end.ts';

/**
 * Whom the relay is to deliver it to: the recipients that this attempt is to try, as the sender wrote them. Of an address
 * that was written in several ways, the first one counts.
 */
export function envelope(email: Omit<Delivery, 'attachments'>): RelayMessage['envelope'] {
  const asWritten = new Map<string, string>();
  for (const texts of [email.to, email.cc, email.bcc]) {
    for (const text of texts) {
      const { address } = parseMailbox(text);
      const key = address.toLowerCase();
      if (!asWritten.has(key)) asWritten.set(key, address);
    }
  }
  return {
    from: parseMailbox(email.from).address,
    to: email.recipients.filter(isToBeTried).map(({ address }) => asWritten.get(address) ?? address),
  };
}

/** What is to be said of the recipients that are withheld from the relay: those on the suppression list. */
export const withheldRecipients = (email: Pick<Delivery, 'recipients'>): HandledRecipient[] =>
  email.recipients
    .filter((recipient) => isOpen(recipient) && recipient.isSuppressed)
    .map(({ address }) => ({ address, verdict: 'suppressed', reason: 'suppressed', reply: null }));

/** Whether this attempt is to try a recipient. */
export const isToBeTried = (recipient: Delivery['recipients'][number]): boolean => isOpen(recipient) && !recipient.isSuppressed;

/** Whether a recipient has no final answer. */
export const isOpen = ({ state }: Pick<DeliveryRecipient, 'state'>): boolean => state === 'pending' || state === 'deferred';

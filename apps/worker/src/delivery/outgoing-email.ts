/** The envelope of an email, and which of its recipients an attempt addresses. */
import { isOpen, type RecipientOutcome } from '@sendoff/core';
import type { Delivery } from '@sendoff/db';
import type { OutboundMessage } from '@sendoff/mail';
import { parseMailbox } from '@sendoff/mail/message';

/**
 * The envelope of this attempt, with the recipients as the sender wrote them. Of an address written in several ways, the
 * first spelling is used.
 */
export function envelope(email: Omit<Delivery, 'attachments'>): OutboundMessage['envelope'] {
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

/** The outcome of the open recipients that are on the suppression list. */
export const suppressedRecipients = (email: Pick<Delivery, 'recipients'>): RecipientOutcome[] =>
  email.recipients
    .filter((recipient) => isOpen(recipient) && recipient.isSuppressed)
    .map(({ address }) => ({ address, verdict: 'suppressed', reason: 'suppressed', reply: null }));

/** Whether this attempt addresses the recipient. */
export const isToBeTried = (recipient: Delivery['recipients'][number]): boolean => isOpen(recipient) && !recipient.isSuppressed;

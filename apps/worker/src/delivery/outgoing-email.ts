/** The envelope of an email, and which of its recipients an attempt tries. */
import { isOpen, type RecipientOutcome } from '@sendoff/core';
import type { Delivery } from '@sendoff/db';
import type { OutboundMessage } from '@sendoff/mail';
import { parseMailbox } from '@sendoff/mail/message';

/**
 * The recipients that this attempt is to try, as the sender wrote them. Of an address that was written in several ways, the
 * first one counts.
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

/** The outcome for the recipients that are on the suppression list. */
export const suppressedRecipients = (email: Pick<Delivery, 'recipients'>): RecipientOutcome[] =>
  email.recipients
    .filter((recipient) => isOpen(recipient) && recipient.isSuppressed)
    .map(({ address }) => ({ address, verdict: 'suppressed', reason: 'suppressed', reply: null }));

/** Whether this attempt is to try a recipient. */
export const isToBeTried = (recipient: Delivery['recipients'][number]): boolean => isOpen(recipient) && !recipient.isSuppressed;

import { readMailbox, type MailboxProblem } from '@sendoff/mail/message';

/** An address as the suppression list holds it, and as recipients are compared with it; or what is wrong with the text. */
export function readAddress(text: string): string | MailboxProblem {
  const mailbox = readMailbox(text);
  if ('problem' in mailbox) return mailbox;
  if (mailbox.name !== '') return { problem: 'must be an address alone, without a name before it' };
  return mailbox.address.toLowerCase();
}

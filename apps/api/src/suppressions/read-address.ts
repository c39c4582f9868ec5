import { readMailbox, type MailboxProblem } from '@sendoff/mail/message';

/** An address in the form of the suppression list, with which recipients are compared; or why the text is invalid. */
export function readAddress(text: string): string | MailboxProblem {
  const mailbox = readMailbox(text);
  if ('problem' in mailbox) return mailbox;
  if (mailbox.name !== '') return { problem: 'must be an address alone, without a name before it' };
  return mailbox.address.toLowerCase();
}

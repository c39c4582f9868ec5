import { RECEIVER } from '../attack.ts';

/** What an email of the attacker begins with; it wants html or text besides. */
export const emailTo = (mailbox: string): { readonly from: string; readonly to: string; readonly subject: string } => ({
  from: 'Mallory <mallory@attacker.example>',
  to: `${mailbox}@${RECEIVER}`,
  subject: 'Hello',
});

/** A small, valid email. */
export const smallEmailTo = (mailbox: string): object => ({ ...emailTo(mailbox), text: 'It works.' });

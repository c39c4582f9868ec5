import { RECEIVER } from '../attack.ts';

/** The common fields of the attacker's emails; html or text must be added. */
export const emailTo = (mailbox: string): { readonly from: string; readonly to: string; readonly subject: string } => ({
  from: 'Mallory <mallory@attacker.example>',
  to: `${mailbox}@${RECEIVER}`,
  subject: 'Hello',
});

/** A small, valid email. */
export const smallEmailTo = (mailbox: string): object => ({ ...emailTo(mailbox), text: 'It works.' });

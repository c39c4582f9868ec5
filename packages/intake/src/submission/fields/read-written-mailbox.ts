import { readMailbox, writeMailbox, type MailboxProblem } from '@sendoff/mail/message';

/** A mailbox of a request. */
export interface WrittenMailbox {
  /** As written, with encoded words (RFC 2047) decoded, because people read it in responses and lists. */
  readonly written: string;
  /** In lower case. */
  readonly address: string;
}

/** Reads one mailbox, or says what is wrong with it. */
export function readWrittenMailbox(text: string): WrittenMailbox | MailboxProblem {
  const mailbox = readMailbox(text);
  if ('problem' in mailbox) return mailbox;
  // Words that could not be decoded are still in the name.
  const isDecoded = text.includes('=?') && !mailbox.name.includes('=?');
  return { written: isDecoded ? writeMailbox(mailbox) : text, address: mailbox.address.toLowerCase() };
}

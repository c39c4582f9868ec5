import { parseMailbox, writeMailbox } from '@sendoff/mail/message';

/** A mailbox of a request. */
export interface ReadMailbox {
  /** As written, with encoded words (RFC 2047) decoded, because people read it in responses and lists. */
  readonly written: string;
  /** In lower case. */
  readonly address: string;
}

/** Reads one mailbox; throws `InvalidMailbox`. */
export function readMailbox(text: string): ReadMailbox {
  const mailbox = parseMailbox(text);
  // Words that could not be decoded are still in the name.
  const isDecoded = text.includes('=?') && !mailbox.name.includes('=?');
  return { written: isDecoded ? writeMailbox(mailbox) : text, address: mailbox.address.toLowerCase() };
}

import { parseMailbox, writeMailbox } from '@sendoff/mail/message';

/** A mailbox of a request. */
export interface ReadMailbox {
  /** As the client wrote it; with its encoded words (RFC 2047) decoded, since people read it in answers and lists. */
  readonly written: string;
  /** In lower case. */
  readonly address: string;
}

/** Reads one mailbox; throws `InvalidMailbox`. */
export function readMailbox(text: string): ReadMailbox {
  const mailbox = parseMailbox(text);
  // What could not be decoded is still in the name.
  const isDecoded = text.includes('=?') && !mailbox.name.includes('=?');
  return { written: isDecoded ? writeMailbox(mailbox) : text, address: mailbox.address.toLowerCase() };
}

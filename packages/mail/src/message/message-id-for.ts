import { parseMailbox } from './parse-mailbox.ts';

/**
 * The Message-ID of an email, with its angle brackets (RFC 5322 section 3.6.4).
 *
 * It follows from the email alone, so that every attempt sends the same one and a receiver can
 * recognise a repeated message. Throws `InvalidMailbox` when `fromAddress` is none.
 */
export function messageIdFor(emailId: string, fromAddress: string): string {
  const { address } = parseMailbox(fromAddress);
  return `<${emailId}@${address.slice(address.lastIndexOf('@') + 1)}>`;
}

/**
 * The Message-ID of an email, with its angle brackets (RFC 5322 section 3.6.4).
 *
 * It follows from the email alone, so that every attempt sends the same one and a receiver can
 * recognise a repeated message.
 *
 * @param fromAddress an address as `parseMailbox` returns it.
 */
export const messageIdFor = (emailId: string, fromAddress: string): string =>
  `<${emailId}@${fromAddress.slice(fromAddress.lastIndexOf('@') + 1)}>`;

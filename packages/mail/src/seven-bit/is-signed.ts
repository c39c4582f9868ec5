/** Fields whose signature covers others of the header, and the body. */
const SIGNATURE = /^(?:DKIM-Signature|DomainKey-Signature|ARC-Message-Signature)[ \t]*:/im;

/**
 * Whether a message is signed as a whole (RFC 6376, RFC 8617), so that any other way of writing it would break the signature.
 *
 * @param header the header section.
 */
export const isSigned = (header: Buffer): boolean => SIGNATURE.test(header.toString('latin1'));

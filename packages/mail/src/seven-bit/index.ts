/** Raw UTF-8 and 8-bit octets of a message, written in ASCII. Pure, and loads no SMTP client. */
export { encodeHeader, type EncodedHeader } from './encode-header.ts';
export { isSigned } from './is-signed.ts';

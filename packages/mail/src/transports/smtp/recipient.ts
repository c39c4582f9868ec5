import { withAsciiDomain } from '../../seven-bit/encode-addresses.ts';

/** A recipient as written in the envelope, and as sent in RCPT TO. */
export interface Recipient {
  readonly address: string;
  readonly onWire: string;
}

/** The distinct recipients of an envelope, with ASCII domains for RCPT TO, because relays without SMTPUTF8 need them. */
export const recipientsOf = (addresses: readonly string[]): Recipient[] =>
  [...new Set(addresses)].map((address) => ({ address, onWire: withAsciiDomain(address) }));

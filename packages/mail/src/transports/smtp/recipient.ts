import { withAsciiDomain } from '../../seven-bit/encode-addresses.ts';

/** A recipient as the envelope names it, and as RCPT TO names it. */
export interface Recipient {
  readonly address: string;
  readonly onWire: string;
}

/** The recipients of an envelope, each once. A relay without SMTPUTF8 knows only ASCII domains. */
export const recipientsOf = (addresses: readonly string[]): Recipient[] =>
  [...new Set(addresses)].map((address) => ({ address, onWire: withAsciiDomain(address) }));

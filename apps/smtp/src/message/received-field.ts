import { mailDate } from './prepare-message.ts';

/** How a message was received. */
export interface Arrival {
  readonly emailId: string;
  readonly at: Date;
  /** The name that the client gave in EHLO or HELO. */
  readonly helo: string;
  readonly address: string;
  /** Such as ESMTPSA (RFC 3848). */
  readonly protocol: string;
  readonly smtpUtf8: boolean;
  /** The host name of this server. */
  readonly by: string;
}

/** The value of the `Received` field (RFC 5321 section 4.4), folded. */
export function receivedField({ emailId, at, helo, address, protocol, smtpUtf8, by }: Arrival): string {
  const from = /^[A-Za-z0-9.[\]:_-]{1,255}$/.test(helo) ? helo : 'unknown';
  const literal = address.includes(':') ? `[IPv6:${address}]` : `[${address}]`;
  // RFC 6531 section 3.7.3 replaces the leading E with UTF8: the extension needs EHLO anyway.
  const by1 = smtpUtf8 ? `UTF8${protocol.replace(/^E/, '')}` : protocol;
  return `from ${from} (${literal})\r\n\tby ${by} with ${by1} id ${emailId};\r\n\t${mailDate(at)}`;
}

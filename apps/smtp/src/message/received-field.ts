import { mailDate } from './prepare-message.ts';

/** How a message came in. */
export interface Arrival {
  readonly emailId: string;
  readonly at: Date;
  /** As the client called itself with EHLO. */
  readonly helo: string;
  readonly address: string;
  /** As in ESMTPSA (RFC 3848). */
  readonly protocol: string;
  readonly smtpUtf8: boolean;
  /** The name of this server. */
  readonly by: string;
}

/** The value of the field that says so (RFC 5321 section 4.4), folded. */
export function receivedField({ emailId, at, helo, address, protocol, smtpUtf8, by }: Arrival): string {
  const from = /^[A-Za-z0-9.[\]:_-]{1,255}$/.test(helo) ? helo : 'unknown';
  const literal = address.includes(':') ? `[IPv6:${address}]` : `[${address}]`;
  // RFC 6531 section 3.7.3 puts UTF8 in front, and has no E then: the extension needs EHLO anyway.
  const by1 = smtpUtf8 ? `UTF8${protocol.replace(/^E/, '')}` : protocol;
  return `from ${from} (${literal})\r\n\tby ${by} with ${by1} id ${emailId};\r\n\t${mailDate(at)}`;
}

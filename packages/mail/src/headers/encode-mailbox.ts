import { domainToUnicode } from 'node:url';
import type { Mailbox } from '../message/parse-mailbox.ts';
import { encodePhrase } from './encode-text.ts';

/** A mailbox as an address field has it (RFC 5322 section 3.4); the address in UTF-8 where its local part is (RFC 6532). */
export function encodeMailbox({ name, address }: Mailbox): string {
  const written = NOT_ASCII.test(address) ? withUnicodeDomain(address) : address;
  return name === '' ? written : `${encodePhrase(name)} <${written}>`;
}

const NOT_ASCII = /[\u0080-\uffff]/;

/** Beside a local part in Unicode, a domain in Unicode costs nothing, and is what people know. */
function withUnicodeDomain(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return address.slice(0, at) + domainToUnicode(address.slice(at));
}

import { domainToASCII } from 'node:url';
import addressparser, { type Address, type MailboxAddress } from 'nodemailer/lib/addressparser';
import { encodePhrase, isAsciiText } from './encode-words.ts';

/**
 * Writes the names in a list of addresses as encoded words, and domains as A-labels (RFC 5890).
 *
 * What stands before the @ has no ASCII form. With `hideAddresses`, such an address becomes an empty group that shows it
 * (RFC 6857 section 3.1.8): it can be read and not be answered. Otherwise it stays as it is.
 */
export function encodeAddresses(value: string, hideAddresses: boolean): string {
  const write = (entry: Address): string =>
    entry.group === undefined ? mailbox(entry) : `${encodePhrase(entry.name)}: ${entry.group.map(write).join(', ')};`;
  const mailbox = ({ name, address }: MailboxAddress): string => {
    const written = withAsciiDomain(address);
    if (hideAddresses && !isAsciiText(written)) return `${encodePhrase(name === '' ? written : `${name} ${written}`)}:;`;
    if (name === '') return written;
    return written === '' ? encodePhrase(name) : `${encodePhrase(name)} <${written}>`;
  };
  return addressparser(value).map(write).join(', ');
}

/** The address as every server knows it: the domain as A-labels. */
export function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return `${address.slice(0, at)}${domainToASCII(address.slice(at)) || address.slice(at)}`;
}

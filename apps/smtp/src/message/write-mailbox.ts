import type { Mailbox } from 'postal-mime';

/** A mailbox as people write it, with the name in double quotes where it needs them. */
export function writeMailbox({ name, address }: Mailbox): string {
  if (name === '' || name === address) return address;
  return /[,;:<>"\\()@[\]]/.test(name) ? `"${name.replaceAll(/["\\]/g, '\\$&')}" <${address}>` : `${name} <${address}>`;
}

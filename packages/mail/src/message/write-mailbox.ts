import type { Mailbox } from './parse-mailbox.ts';

/** A mailbox as people write it, with the name in double quotes where it needs them; `parseMailbox` reads it again. */
export function writeMailbox({ name, address }: Mailbox): string {
  if (name === '' || name === address) return address;
  return /[,;:<>"\\()@[\]]/.test(name) ? `"${name.replaceAll(/["\\]/g, '\\$&')}" <${address}>` : `${name} <${address}>`;
}

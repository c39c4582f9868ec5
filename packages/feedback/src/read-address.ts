/** Addresses in reports. */
import { domainToASCII } from 'node:url';

/** Characters; RFC 5321 section 4.5.3.1. Longer ones are no addresses, and the limits keep every search short. */
const LOCAL = `[^\\s<>()[\\]"',;:@\\\\]{1,64}`;
const DOMAIN = `[^\\s<>()[\\]"',;:@\\\\]{1,253}`;

/** One address as the source of a pattern; what it is in is never part of it. */
export const ADDRESS_SOURCE = `${LOCAL}@${DOMAIN}`;

const ADDRESS = new RegExp(ADDRESS_SOURCE, 'g');
/** Different addresses that are looked for in one text; an email has fifty recipients at most. */
const MAX_ADDRESSES = 100;

/** Every address in a text, in its order, without what stands around it. */
export function addressesIn(text: string): string[] {
  const found = new Set<string>();
  for (const [one] of text.matchAll(ADDRESS)) {
    const address = readAddress(one);
    if (address !== null && found.add(address).size === MAX_ADDRESSES) break;
  }
  return [...found];
}

/**
 * An address in the form in which recipients are compared: lower case, with an ASCII domain; null when it is none. None
 * holds NUL or half a surrogate pair, which PostgreSQL would refuse.
 */
export function readAddress(text: string): string | null {
  if (/\0|\p{Surrogate}/u.test(text)) return null;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at).replace(/^[<"'`(]+|["']+$/g, '');
  const domain = text.slice(at + 1).replace(/[>."'`)\]}!?]+$/, '');
  // What `domainToASCII` would take apart or decode is no domain.
  if (at < 1 || local === '' || domain.length > 253 || /[/\\?#%\s:@[\]]/.test(domain)) return null;
  const ascii = domainToASCII(domain);
  return ascii === '' ? null : `${local}@${ascii}`.toLowerCase();
}

/**
 * The address in a field such as `Final-Recipient: rfc822; ada@example.com` (RFC 3464 section 2.3.2); null when it holds
 * none. RFC 6533 section 3 writes characters outside ASCII as `\x{E9}` where the field may hold none.
 */
export function readTypedAddress(value: string): string | null {
  const [, , typed] = /^([\w-]{1,20})\s*;(.*)$/s.exec(value.trim()) ?? [];
  const address = (typed ?? value).trim().replaceAll(/\\x\{([0-9a-f]{1,6})\}/gi, (_, hex: string) => {
    const point = Number.parseInt(hex, 16);
    return isCharacter(point) ? String.fromCodePoint(point) : NO_CHARACTER;
  });
  return addressesIn(address)[0] ?? null;
}

/** Stands for what no character has; what holds it is no address. */
const NO_CHARACTER = '\0';
const isCharacter = (point: number): boolean => point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);

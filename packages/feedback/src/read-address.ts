/** Finds and normalizes addresses in reports. */
import { domainToASCII } from 'node:url';

/** Lengths in characters (RFC 5321 section 4.5.3.1). Longer texts are no addresses, and the limits bound every search. */
const LOCAL = `[^\\s<>()[\\]"',;:@\\\\]{1,64}`;
const DOMAIN = `[^\\s<>()[\\]"',;:@\\\\]{1,253}`;

/** A pattern source that matches an address without the characters around it. */
export const ADDRESS_SOURCE = `${LOCAL}@${DOMAIN}`;

const ADDRESS = new RegExp(ADDRESS_SOURCE, 'g');
/** Distinct addresses that are searched for in one text. */
const MAX_ADDRESSES = 100;

/** Returns the distinct addresses in a text, in order, without the characters around them. */
export function addressesIn(text: string): string[] {
  const found = new Set<string>();
  for (const [one] of text.matchAll(ADDRESS)) {
    const address = readAddress(one);
    if (address !== null && found.add(address).size === MAX_ADDRESSES) break;
  }
  return [...found];
}

/**
 * Normalizes an address for comparison: lower case, with an ASCII domain; null if it is no address. The result contains no NUL
 * and no lone surrogate, which PostgreSQL would refuse.
 */
export function readAddress(text: string): string | null {
  if (/\0|\p{Surrogate}/u.test(text)) return null;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at).replace(/^[<"'`(]+|["']+$/g, '');
  const domain = text.slice(at + 1).replace(/[>."'`)\]}!?]+$/, '');
  // `domainToASCII` would split or decode these characters.
  if (at < 1 || local === '' || domain.length > 253 || /[/\\?#%\s:@[\]]/.test(domain)) return null;
  const ascii = domainToASCII(domain);
  return ascii === '' ? null : `${local}@${ascii}`.toLowerCase();
}

/**
 * The address in a field such as `Final-Recipient: rfc822; ada@example.com` (RFC 3464 section 2.3.2); null if it has none. In
 * ASCII fields, RFC 6533 section 3 writes other characters as `\x{E9}`.
 */
export function readTypedAddress(value: string): string | null {
  const [, , typed] = /^([\w-]{1,20})\s*;(.*)$/s.exec(value.trim()) ?? [];
  const address = (typed ?? value).trim().replaceAll(/\\x\{([0-9a-f]{1,6})\}/gi, (_, hex: string) => {
    const point = Number.parseInt(hex, 16);
    return isCharacter(point) ? String.fromCodePoint(point) : NO_CHARACTER;
  });
  return addressesIn(address)[0] ?? null;
}

/** Replaces code points that are no characters; an address that contains it is refused. */
const NO_CHARACTER = '\0';
const isCharacter = (point: number): boolean => point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);

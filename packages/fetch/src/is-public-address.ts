/** Which addresses a URL of a user may lead to. */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The part of IPv6 that is given out for use on the Internet (RFC 4291, as the IANA has allocated it). */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/** Answers inside Azure's networks with the metadata of the machine, though it lies in a public range. */
const PUBLIC_LOOKING_METADATA = new Set(['168.63.129.16']);

/**
 * Whether an IP address belongs to the public Internet.
 *
 * What is allowed is listed, not what is refused: an address is public when no registry gives it a
 * special use (RFC 6890 and its successors). IPv6 addresses that carry an IPv4 address (mapped,
 * compatible, NAT64, 6to4, Teredo) are never public, whatever they carry.
 *
 * @param text an address as the resolver or a URL's host gives it, without brackets. Anything else
 *   than an address is not public.
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0) return false;
  const address = ipaddr.parse(text.replace(/%.*$/s, ''));
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv6 ? address.match(GLOBAL_UNICAST) : !PUBLIC_LOOKING_METADATA.has(address.toString());
}

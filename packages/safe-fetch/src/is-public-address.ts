/** Decides which addresses a URL of a user may resolve to. */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The global unicast range of IPv6 that IANA has allocated (RFC 4291). */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/** The metadata address of Azure, which is in a public range. */
const PUBLIC_LOOKING_METADATA = new Set(['168.63.129.16']);

/**
 * Whether an IP address belongs to the public Internet.
 *
 * This is an allowlist: an address is public if no registry assigns it a special use (RFC 6890 and its successors). IPv6
 * addresses that embed an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo) are never public.
 *
 * @param text an address without brackets, as a resolver or the host of a URL gives it. Anything else is not public.
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0) return false;
  const address = ipaddr.parse(text.replace(/%.*$/s, ''));
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv6 ? address.match(GLOBAL_UNICAST) : !PUBLIC_LOOKING_METADATA.has(address.toString());
}

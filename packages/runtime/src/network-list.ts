import { BlockList, isIP } from 'node:net';

/** Whether an address is in one of the networks. */
export type NetworkList = (address: string) => boolean;

/**
 * Parses networks in CIDR notation (RFC 4632) and single addresses. The list also matches IPv4-mapped IPv6 addresses (RFC 4291
 * section 2.5.5.2) and IPv6 addresses with a zone; an invalid address matches no network.
 */
export function openNetworkList(networks: readonly string[]): NetworkList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const [family, bits] = isIP(address) === 6 ? (['ipv6', 128] as const) : (['ipv4', 32] as const);
    list.addSubnet(address, Number(prefix ?? bits), family);
  }
  return (address) => {
    // The zone of a link-local address is meaningful only on this machine.
    const [plain = ''] = address.split('%');
    const version = isIP(plain);
    return version !== 0 && list.check(plain, version === 6 ? 'ipv6' : 'ipv4');
  };
}

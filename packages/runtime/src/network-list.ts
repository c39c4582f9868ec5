import { BlockList, isIP } from 'node:net';

/** Whether an address is in one of the networks. */
export type NetworkList = (address: string) => boolean;

/**
 * Reads networks in CIDR notation (RFC 4632) and single addresses. An IPv4 address is found also where it is written as IPv6
 * has it (RFC 4291 section 2.5.5.2), and an IPv6 address with its zone; what is no address is in none.
 */
export function openNetworkList(networks: readonly string[]): NetworkList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const [family, bits] = isIP(address) === 6 ? (['ipv6', 128] as const) : (['ipv4', 32] as const);
    list.addSubnet(address, Number(prefix ?? bits), family);
  }
  return (address) => {
    // The zone of a link-local address is a matter of this machine.
    const [plain = ''] = address.split('%');
    const version = isIP(plain);
    return version !== 0 && list.check(plain, version === 6 ? 'ipv6' : 'ipv4');
  };
}

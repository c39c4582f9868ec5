/** From where a key may be used. */
import { BlockList, isIP } from 'node:net';
import { SendoffError } from '@sendoff/config';
import type { ActiveApiKey } from '@sendoff/db';

/** @throws {SendoffError} naming the address, where the key may not be used from it. */
export function checkNetwork(apiKey: Pick<ActiveApiKey, 'restrictions'>, address: string): void {
  if (mayBeUsedFrom(apiKey, address)) return;
  throw new SendoffError('network_not_allowed', `This API key may not be used from ${address}.`);
}

/** Whether the key may be used from an address; an IPv4 address may be written as IPv6 has it (RFC 4291 section 2.5.5.2). */
export function mayBeUsedFrom(
  { restrictions: { allowedNetworks } }: Pick<ActiveApiKey, 'restrictions'>,
  address: string,
): boolean {
  if (allowedNetworks.length === 0) return true;
  // The zone of a link-local address is a matter of this machine.
  const [plain = ''] = address.split('%');
  const version = isIP(plain);
  return version !== 0 && networksOf(allowedNetworks).check(plain, version === 6 ? 'ipv6' : 'ipv4');
}

/** The lists as they were read, for as long as somebody has them. */
const read = new WeakMap<readonly string[], BlockList>();

function networksOf(networks: readonly string[]): BlockList {
  const known = read.get(networks);
  if (known !== undefined) return known;
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const bits = isIP(address) === 6 ? 128 : 32;
    list.addSubnet(address, prefix === undefined ? bits : Number(prefix), bits === 128 ? 'ipv6' : 'ipv4');
  }
  read.set(networks, list);
  return list;
}

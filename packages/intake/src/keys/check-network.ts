/** Checks the networks from which a key may be used. */
import { openNetworkList, type NetworkList } from '@sendoff/runtime';
import { SendoffError } from '@sendoff/core';
import type { ActiveApiKey } from '@sendoff/db';

/** Checks the client address of a key. @throws {SendoffError} with the address if the key may not be used from it. */
export function checkNetwork(apiKey: Pick<ActiveApiKey, 'restrictions'>, address: string): void {
  if (mayBeUsedFrom(apiKey, address)) return;
  throw new SendoffError('network_not_allowed', `This API key may not be used from ${address}.`);
}

/** Whether the key may be used from an address; an IPv4 address may be IPv4-mapped (RFC 4291 section 2.5.5.2). */
export function mayBeUsedFrom(
  { restrictions: { allowedNetworks } }: Pick<ActiveApiKey, 'restrictions'>,
  address: string,
): boolean {
  return allowedNetworks.length === 0 || networksOf(allowedNetworks)(address);
}

/** Parsed lists, cached as long as their source is referenced. */
const read = new WeakMap<readonly string[], NetworkList>();

function networksOf(networks: readonly string[]): NetworkList {
  const list = read.get(networks) ?? openNetworkList(networks);
  read.set(networks, list);
  return list;
}

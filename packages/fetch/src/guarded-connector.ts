/** Connections that cannot lead to private addresses. */
import { lookup as resolve, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isPublicAddress } from './is-public-address.ts';
import { PrivateAddressError } from './private-address-error.ts';

/** What {@link guardedConnector} needs. */
export interface GuardOptions {
  /** For development: leaves all addresses open. */
  readonly allowPrivateAddresses: boolean;
  /** Resolves names; the operating system's resolver when left out. */
  readonly lookup?: LookupFunction;
  /** Which addresses are open; {@link isPublicAddress} when left out. */
  readonly isOpen?: (address: string) => boolean;
}

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * The `connect` of an undici dispatcher. It fails with {@link PrivateAddressError} where the only
 * way would be to a private address.
 *
 * The check sits between the resolver and the socket: the addresses that were checked are the very
 * ones that are connected to, so a name that resolves differently the next time gains nothing.
 */
export function guardedConnector(options: GuardOptions): buildConnector.connector {
  const { allowPrivateAddresses, lookup = resolve, isOpen = isPublicAddress } = options;
  const settings = { timeout: CONNECT_TIMEOUT_MS, allowH2: false };
  if (allowPrivateAddresses) return buildConnector({ ...settings, lookup });

  const connect = buildConnector({ ...settings, lookup: openOnly(lookup, isOpen) });
  return (target, callback) => {
    // No name is looked up for what `isIP` takes for an address, so the check of the resolver's answers would not see it.
    if (isIP(target.hostname) !== 0 && !isOpen(target.hostname)) {
      queueMicrotask(() => callback(new PrivateAddressError(), null));
    } else {
      connect(target, callback);
    }
  };
}

/** The resolver, with only the open ones among its answers; {@link PrivateAddressError} when there are none. */
export function openOnly(lookup: LookupFunction, isOpen: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = error === null ? (found as LookupAddress[]).filter(({ address }) => isOpen(address)) : [];
      const [first] = addresses;
      if (first === undefined) callback(error ?? new PrivateAddressError(), []);
      else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** Connections that never reach private addresses. */
import { lookup as resolve, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isPublicAddress } from './is-public-address.ts';
import { PrivateAddressError } from './private-address-error.ts';

/** What {@link guardedConnector} needs. */
export interface GuardOptions {
  /** For development: allows all addresses. */
  readonly allowPrivateAddresses: boolean;
  /** Resolves names; the resolver of the operating system by default. */
  readonly lookup?: LookupFunction;
  /** Which addresses are allowed; {@link isPublicAddress} by default. */
  readonly isOpen?: (address: string) => boolean;
}

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Builds the `connect` function of an undici dispatcher. It fails with {@link PrivateAddressError} if the host has only private
 * addresses.
 *
 * The check is between resolver and socket: the connection goes to the very addresses that were checked, which defeats DNS
 * rebinding.
 */
export function guardedConnector(options: GuardOptions): buildConnector.connector {
  const { allowPrivateAddresses, lookup = resolve, isOpen = isPublicAddress } = options;
  const settings = { timeout: CONNECT_TIMEOUT_MS, allowH2: false };
  if (allowPrivateAddresses) return buildConnector({ ...settings, lookup });

  const connect = buildConnector({ ...settings, lookup: openOnly(lookup, isOpen) });
  return (target, callback) => {
    // Node.js does not resolve hosts that are IP addresses, so they are checked here.
    if (isIP(target.hostname) !== 0 && !isOpen(target.hostname)) {
      queueMicrotask(() => callback(new PrivateAddressError(), null));
    } else {
      connect(target, callback);
    }
  };
}

/** Wraps a resolver to return only allowed addresses; {@link PrivateAddressError} if there are none. */
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

/** Limits the number of open connections, in total and per client network. */
import { SendoffError } from '@sendoff/core';
import { networkOf } from '@sendoff/runtime';

/** How many connections one process holds open at most. */
export interface ConnectionLimits {
  readonly total: number;
  readonly perAddress: number;
}

/** What identifies a connection to the limiter. */
export interface CountedConnection {
  readonly id: string;
  readonly remoteAddress: string;
}

/** Counts the connections that were admitted. */
export interface ConnectionLimiter {
  /** Admits a connection. @throws {SendoffError} when there are too many. */
  readonly enter: (connection: CountedConnection) => void;
  /** Removes a closed connection; does nothing for one that was not admitted. */
  readonly leave: (connection: Pick<CountedConnection, 'id'>) => void;
  readonly count: () => number;
}

/** Opens a limiter that counts the connections of all ports of the process together. */
export function openConnectionLimiter({ total, perAddress }: ConnectionLimits): ConnectionLimiter {
  const networks = new Map<string, string>();
  const perNetwork = new Map<string, number>();
  return {
    enter: ({ id, remoteAddress }) => {
      const network = networkOf(remoteAddress);
      const held = perNetwork.get(network) ?? 0;
      if (networks.size >= total) throw new SendoffError('too_many_connections');
      if (held >= perAddress) throw new SendoffError('too_many_connections_of_address');
      networks.set(id, network);
      perNetwork.set(network, held + 1);
    },
    leave: ({ id }) => {
      const network = networks.get(id);
      if (network === undefined) return;
      networks.delete(id);
      const held = (perNetwork.get(network) ?? 1) - 1;
      if (held === 0) perNetwork.delete(network);
      else perNetwork.set(network, held);
    },
    count: () => networks.size,
  };
}

/** Who may hold a connection open, and for how long without saying who it is. */
import { SendoffError } from '@sendoff/core';
import { networkOf } from '@sendoff/runtime';

/** How many connections one process holds open. */
export interface ConnectionLimits {
  readonly total: number;
  readonly perAddress: number;
}

/** A connection, as far as it is counted. */
export interface CountedConnection {
  readonly id: string;
  readonly remoteAddress: string;
}

/** The connections that were let in. */
export interface ConnectionLimiter {
  /** Lets a connection in. @throws {SendoffError} when there are too many. */
  readonly enter: (connection: CountedConnection) => void;
  /** Forgets it; also one that was not let in. */
  readonly leave: (connection: Pick<CountedConnection, 'id'>) => void;
  readonly count: () => number;
}

/** Counts the connections of all ports of the process together. */
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

/** Limits the number of open connections, in total and per address. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf, openNetworkList, openFairBudget, milestones } from '@sendoff/runtime';
import { ERRORS } from '@sendoff/core';
import { endWithAnswer } from './end-connections.ts';

/** The connection limits of one process. */
export interface ConnectionLimits {
  readonly total: number;
  /** Connections of one address, which gets fewer while other addresses have many. */
  readonly perAddress: number;
}

/** The defaults. */
export const CONNECTION_LIMITS: ConnectionLimits = { total: 5000, perAddress: 1000 };

/**
 * Refuses connections beyond the limits with a response. Connections of trusted proxies count towards the total only, since many
 * clients are behind them.
 *
 * @param proxies addresses and CIDR blocks.
 */
export function limitConnections(server: Server, { total, perAddress }: ConnectionLimits, proxies: readonly string[] = []): void {
  const isProxy = openNetworkList(proxies);
  // The share of a single address: share * (total - perAddress) = perAddress, plus one half against rounding.
  // Not exported as a metric, since metrics are public.
  const ofAddresses = openFairBudget(total, { shareOfFree: (perAddress + 0.5) / Math.max(1, total - perAddress) });
  let open = 0;

  const refusalOf = (network: string | null): Refusal | null => {
    if (open >= total) return 'too_many_connections';
    return network === null || ofAddresses.take(network, 1) ? null : 'too_many_connections_of_address';
  };
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress;
    if (address === undefined) {
      // The client has already disconnected.
      socket.destroy();
      return;
    }
    const network = isProxy(address) ? null : networkOf(address);
    const refusal = refusalOf(network);
    if (refusal !== null) {
      refuse(socket, refusal);
      return;
    }
    open += 1;
    socket.once('close', () => {
      open -= 1;
      if (network !== null) ofAddresses.giveBack(network, 1);
    });
  });
}

type Refusal = 'too_many_connections' | 'too_many_connections_of_address';

function refuse(socket: Socket, cause: Refusal): void {
  milestones.refused.publish({ cause });
  const { status, name, message } = ERRORS[cause];
  // Without waiting for the request, so that the client takes no resources.
  endWithAnswer(socket, { statusCode: status, message, name }, 0);
}

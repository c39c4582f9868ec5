/** How many connections the API holds open, and for whom. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf, openNetworkList, openFairBudget, milestones } from '@sendoff/runtime';
import { ERRORS } from '@sendoff/core';
import { endWithAnswer } from './end-connections.ts';

/** How many connections one process holds open. */
export interface ConnectionLimits {
  readonly total: number;
  /** Those of one address, which has fewer while other addresses hold many. */
  readonly perAddress: number;
}

/** What holds where nothing else is said. */
export const CONNECTION_LIMITS: ConnectionLimits = { total: 5000, perAddress: 1000 };

/**
 * Refuses connections beyond the limits, each with an answer. The connections of proxies that are trusted count in all and not
 * by address: behind them are many clients.
 *
 * @param proxies addresses and CIDR blocks.
 */
export function limitConnections(server: Server, { total, perAddress }: ConnectionLimits, proxies: readonly string[] = []): void {
  const isProxy = openNetworkList(proxies);
  // What one address gets when nobody else is there: share * (total - perAddress) = perAddress, and a half against rounding.
  // In no metric: those are public.
  const ofAddresses = openFairBudget(total, { shareOfFree: (perAddress + 0.5) / Math.max(1, total - perAddress) });
  let open = 0;

  const refusalOf = (network: string | null): Refusal | null => {
    if (open >= total) return 'too_many_connections';
    return network === null || ofAddresses.take(network, 1) ? null : 'too_many_connections_of_address';
  };
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress;
    if (address === undefined) {
      // The client has gone already.
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
  // At once, without waiting for what the client has to say: it is to hold nothing here.
  endWithAnswer(socket, { statusCode: status, message, name }, 0);
}

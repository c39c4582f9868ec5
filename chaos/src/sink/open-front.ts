/** The address of a relay from which the relay can vanish. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A listener that passes bytes on, until there is nobody to pass them on to. */
export interface Front {
  /** Nobody is behind the connections any longer, nor behind new ones, and nothing tells their clients. Returns how many. */
  readonly vanish: () => number;
  /** New connections are passed on again; the old ones stay dead. */
  readonly comeBack: () => void;
  readonly close: () => Promise<void>;
}

/**
 * Listens on `port` and passes everything on to `target`, both on 127.0.0.1.
 *
 * What a client sees of a machine without power is a connection that stays: no FIN, no RST, no answer,
 * to its own FIN neither. So a connection that has lost its relay is kept open and never read again.
 * Unlike without a machine, the kernel confirms what fits into its buffers, and takes new connections.
 */
export async function openFront(port: number, target: number): Promise<Front> {
  const relays = new Map<Socket, Socket>();
  const clients = new Set<Socket>();
  let isGone = false;

  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (client) => {
    clients.add(client);
    client.on('error', () => undefined).on('close', () => clients.delete(client));
    if (!isGone) passOn(client);
  });

  function passOn(client: Socket): void {
    const relay = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true });
    relays.set(client, relay);
    relay
      .on('error', () => undefined)
      .on('close', () => {
        // Not after it has vanished: then it is no longer in the list.
        if (relays.delete(client)) client.destroy();
      });
    client.on('close', () => relay.destroy());
    client.pipe(relay).pipe(client);
  }

  function forget([client, relay]: readonly [Socket, Socket]): void {
    relays.delete(client);
    client.unpipe().pause();
    relay.unpipe().destroy();
  }

  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    vanish: () => {
      isGone = true;
      const left = [...relays];
      left.forEach(forget);
      return left.length;
    },
    comeBack: () => {
      isGone = false;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of [...clients, ...relays.values()]) socket.destroy();
      await closed;
    },
  };
}

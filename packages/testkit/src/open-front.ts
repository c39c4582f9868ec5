/** The address of a server, from which the server can vanish, or be replaced by another one. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A listener that passes bytes on, until there is nobody to pass them on to. */
export interface Front {
  readonly port: number;
  /** Nobody is behind the connections any longer, nor behind new ones, and nothing tells their clients. Returns how many. */
  readonly vanish: () => number;
  /** New connections are passed on again; the old ones stay dead. */
  readonly comeBack: () => void;
  /** New connections are passed on to this port; the others stay where they are. */
  readonly leadTo: (target: number) => void;
  readonly close: () => Promise<void>;
}

/**
 * Listens on `port` (0 for a free one) and passes everything on to `target`, both on 127.0.0.1.
 *
 * What a client sees of a machine without power is a connection that stays: no FIN, no RST, no answer,
 * to its own FIN neither. So a connection that has lost its server is kept open and never read again.
 * Unlike without a machine, the kernel confirms what fits into its buffers, and takes new connections.
 */
export async function openFront(port: number, target: number): Promise<Front> {
  const servers = new Map<Socket, Socket>();
  const clients = new Set<Socket>();
  let isGone = false;
  let current = target;

  const listener = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (client) => {
    clients.add(client);
    client.on('error', () => undefined).on('close', () => clients.delete(client));
    if (!isGone) passOn(client);
  });

  function passOn(client: Socket): void {
    const server = connect({ port: current, host: '127.0.0.1', allowHalfOpen: true });
    servers.set(client, server);
    server
      .on('error', () => undefined)
      .on('close', () => {
        // Not after it has vanished: then it is no longer in the list.
        if (servers.delete(client)) client.destroy();
      });
    client.on('close', () => server.destroy());
    client.pipe(server).pipe(client);
  }

  function forget([client, server]: readonly [Socket, Socket]): void {
    servers.delete(client);
    client.unpipe().pause();
    server.unpipe().destroy();
  }

  listener.listen(port, '127.0.0.1');
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    vanish: () => {
      isGone = true;
      const left = [...servers];
      left.forEach(forget);
      return left.length;
    },
    comeBack: () => {
      isGone = false;
    },
    leadTo: (other) => {
      current = other;
    },
    close: async () => {
      const closed = once(listener, 'close');
      listener.close();
      for (const socket of [...clients, ...servers.values()]) socket.destroy();
      await closed;
    },
  };
}

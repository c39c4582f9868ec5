/** A TCP proxy whose server can vanish without closing connections, or be replaced by another one. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A running proxy. */
export interface Front {
  readonly port: number;
  /**
   * Drops the server side of all connections, existing and new, without closing the client side. Returns the number of existing
   * connections.
   */
  readonly vanish: () => number;
  /** Forwards new connections again; the dropped ones stay dead. */
  readonly comeBack: () => void;
  /** Forwards new connections to this port; existing ones are unchanged. */
  readonly leadTo: (target: number) => void;
  readonly close: () => Promise<void>;
}

/**
 * Listens on `port` (0 for a free one) and forwards everything to `target`, both on 127.0.0.1.
 *
 * To a client, a machine without power is an open connection without FIN, RST or any reply, even to the client's own FIN. So a
 * connection that lost its server is kept open and not read any more. Unlike with a real outage, the kernel still acknowledges
 * what fits into its buffers, and accepts new connections.
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
        // After `vanish`, the pair is no longer in the map.
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

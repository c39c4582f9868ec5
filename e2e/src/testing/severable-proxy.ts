import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Releases } from './releases.ts';

/** A TCP proxy that can be cut. */
export interface SeverableProxy {
  readonly port: number;
  /** Closes all connections and accepts no new ones. */
  readonly sever: () => void;
}

/** Listens on 127.0.0.1 and forwards every connection to the target. */
export async function startSeverableProxy(releases: Releases, target: { host: string; port: number }): Promise<SeverableProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming) => {
    const outgoing = connect(target.port, target.host);
    for (const [one, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => undefined);
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const sever = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  releases.add(sever);
  return { port: (server.address() as AddressInfo).port, sever };
}

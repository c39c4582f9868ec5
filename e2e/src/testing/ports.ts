/** TCP ports on this machine. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { findFreePort } from '@sendoff/testkit';

/** A different free port on 127.0.0.1 for each name. */
export async function findFreePorts<const Name extends string>(...names: readonly Name[]): Promise<Record<Name, number>> {
  const ports = await Promise.all(names.map(async (name) => [name, await findFreePort()] as const));
  return Object.fromEntries(ports) as Record<Name, number>;
}

/** A port that is in use until `free` is called. */
export interface OccupiedPort {
  readonly port: number;
  readonly free: () => Promise<void>;
}

/** Listens on a random port without ever responding. */
export async function occupyPort(): Promise<OccupiedPort> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, free: () => closed(server) };
}

/** Whether something accepts connections on the port. */
export async function isPortOpen(port: number): Promise<boolean> {
  const socket = connect({ host: '127.0.0.1', port });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function closed(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}

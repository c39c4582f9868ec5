/** Which TCP ports are free. */
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below those that systems give to outgoing connections and to listeners without a wish: nothing else gets one of these
 * between our choice and our listening, or while a server of ours is down.
 */
const CHOSEN_FROM = { first: 20_000, last: 31_999 } as const;

const chosen = new Set<number>();

/** A port on 127.0.0.1 that nothing listens on, another one each time that this process asks. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(CHOSEN_FROM.first, CHOSEN_FROM.last + 1);
    if (chosen.has(port)) continue;
    chosen.add(port);
    if (await isPortFree(port, '127.0.0.1')) return port;
  }
}

/**
 * Whether one could listen on `port` at `host`. Port 0 always is free.
 *
 * @throws {Error} for any trouble other than the port being taken, such as a port below 1024.
 */
export async function isPortFree(port: number, host: string): Promise<boolean> {
  const server = createServer().listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
  server.close();
  await once(server, 'close');
  return true;
}

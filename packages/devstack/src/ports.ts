/** Finds free TCP ports. */
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below the ephemeral ports of common systems, so that no other program gets one of these between choosing and listening, or
 * while a server of ours is down.
 */
const CHOSEN_FROM = { first: 20_000, last: 31_999 } as const;

const chosen = new Set<number>();

/** Returns a free port on 127.0.0.1, a different one on each call in this process. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(CHOSEN_FROM.first, CHOSEN_FROM.last + 1);
    if (chosen.has(port)) continue;
    chosen.add(port);
    if (await isPortFree(port, '127.0.0.1')) return port;
  }
}

/**
 * Whether `port` is free on `host`. Port 0 is always free.
 *
 * @throws {Error} for any error other than a used port, such as a port below 1024.
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

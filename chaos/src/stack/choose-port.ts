/** Ports that stay ours while nobody listens on them. */
import { randomInt } from 'node:crypto';
import { isPortFree } from '@sendoff/embedded';

/**
 * Below those that systems give to outgoing connections: while a killed server is away, none of these
 * may sit on its port. Not drawn from the seed, for two runs at once must not want the same.
 */
const RANGE = { first: 20_000, last: 31_999 } as const;

const taken = new Set<number>();

/** A port on 127.0.0.1 that nothing listens on, and that this process has not given out before. */
export async function choosePort(): Promise<number> {
  for (;;) {
    const port = randomInt(RANGE.first, RANGE.last + 1);
    if (taken.has(port)) continue;
    taken.add(port);
    if (await isPortFree(port, '127.0.0.1')) return port;
  }
}

/** What the tests of fetching are made with. */
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createLogger } from '@sendoff/runtime';
import type { FetchResult } from '../src/fetch-result.ts';
import { openFetcher, type Fetcher, type FetcherOptions } from '../src/open-fetcher.ts';

export const LIMITS = { maxBytes: 1000, timeoutMs: 5000 };

const releases: (() => Promise<unknown>)[] = [];

/** Closes what the test has opened, the last first. */
export async function release(): Promise<void> {
  while (releases.length > 0) await releases.pop()?.();
}

/** A server on 127.0.0.1. */
export interface TestServer {
  readonly port: number;
  readonly url: string;
  /** How many connections have come in so far. */
  readonly connections: () => number;
  /** How many of them are still there. */
  readonly open: () => number;
}

/** An HTTP server that is closed after the test. */
export const serve = (answer: RequestListener): Promise<TestServer> => listen(createServer(answer));

/** A server that speaks as it likes, closed after the test. */
export const serveRaw = (speak: (socket: Socket) => void): Promise<TestServer> =>
  // A socket that nobody reads does not notice its end.
  listen(createTcpServer((socket) => speak(socket.resume())));

async function listen(server: Server): Promise<TestServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  releases.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://127.0.0.1:${String(port)}`, connections: () => connections, open: () => sockets.size };
}

/** A fetcher that is closed after the test. Private addresses are open to it unless the test says otherwise. */
export function open(options: Partial<FetcherOptions> = {}): Fetcher {
  const fetcher = openFetcher({
    allowPrivateAddresses: true,
    logger: createLogger({ name: 'test', level: 'silent' }),
    ...options,
  });
  releases.push(fetcher.close);
  return fetcher;
}

/** What was fetched, as text; undefined when nothing was. */
export function textOf(result: FetchResult): string | undefined {
  return result.kind === 'ok' ? Buffer.from(result.bytes).toString() : undefined;
}

/** Resolves once `holds` does; rejects when it has not after some seconds. */
export async function eventually(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('It never came true');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

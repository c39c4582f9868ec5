import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '@sendoff/runtime';

/** The maximum number of unanswered requests on a connection. Proxies and clients that pipeline send only a few. */
const MAX_UNANSWERED = 16;

/** How many addresses with too many requests are remembered. */
const MAX_REMEMBERED = 1000;

/** How long such an address is remembered. */
const REMEMBERED_MS = 60_000;

/** How much of what such an address sends is parsed at once, in bytes. */
const PIECE_BYTES = 2048;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Handles the requests of a connection one after another, and closes a connection that sends too many before the first response
 * (pipelining, RFC 9112 section 9.3.2). Node.js parses and starts all requests of a chunk at once: with hundreds of requests on
 * each of many connections, all other clients would wait for seconds.
 *
 * @param server must already have its listeners.
 */
export function limitPipelining(server: Server): void {
  /** The unanswered requests of each connection, in order of arrival. */
  const unanswered = new WeakMap<Socket, Exchange[]>();
  const listeners = server.listeners('request') as RequestListener[];
  const offenders = openOffenders();

  const beginFirst = (line: Exchange[]): void => {
    const [first] = line;
    if (first === undefined || first.request.socket.destroyed) return;
    first.response.once('close', () => {
      line.shift();
      beginFirst(line);
    });
    for (const listener of listeners) listener.call(server, first.request, first.response);
  };

  server.on('connection', offenders.accept);
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const { socket } = request;
    let line = unanswered.get(socket);
    if (line === undefined) unanswered.set(socket, (line = []));
    if (line.length === MAX_UNANSWERED || socket.destroyed) {
      if (!socket.destroyed) {
        socket.destroy();
        offenders.add(socket);
      }
      // Destroyed one by one, which makes closing the connection cheaper.
      request.destroy();
      return;
    }
    line.push({ request, response });
    // Only after the whole chunk is read, since it may contain too many requests.
    if (line.length === 1) process.nextTick(beginFirst, line);
  });
}

/** The addresses that sent too many requests on a connection within the last minute. */
interface Offenders {
  /** Adds the address of a connection. All its other connections, including new ones, are then parsed in pieces. */
  readonly add: (socket: Socket) => void;
  /** Registers a new connection. */
  readonly accept: (socket: Socket) => void;
}

function openOffenders(): Offenders {
  /** When each address was added, in milliseconds of the monotonic clock, oldest first. */
  const addedAt = new Map<string, number>();
  /** The connections of each address that Node.js parses normally. */
  const open = new Map<string, Set<Socket>>();
  const isKnown = (network: string): boolean => {
    const at = addedAt.get(network);
    return at !== undefined && performance.now() - at < REMEMBERED_MS;
  };
  return {
    add: ({ remoteAddress }) => {
      if (remoteAddress === undefined) return;
      const network = networkOf(remoteAddress);
      addedAt.delete(network);
      addedAt.set(network, performance.now());
      const [oldest] = addedAt.keys();
      if (oldest !== undefined && addedAt.size > MAX_REMEMBERED) addedAt.delete(oldest);
      for (const socket of open.get(network) ?? []) if (!socket.destroyed) parseInPieces(socket);
      open.delete(network);
    },
    accept: (socket) => {
      if (socket.remoteAddress === undefined) return;
      const network = networkOf(socket.remoteAddress);
      if (isKnown(network)) {
        parseInPieces(socket);
        return;
      }
      const connections = open.get(network) ?? new Set();
      open.set(network, connections.add(socket));
      socket.once('close', () => {
        connections.delete(socket);
        if (connections.size === 0 && open.get(network) === connections) open.delete(network);
      });
    },
  };
}

/**
 * Parses input in small pieces until the connection is destroyed. Node.js parses whole chunks of up to 64 KB, and creates an error
 * with a stack for each request in them when the connection closes. Whole chunks are faster, so only offenders are parsed this
 * way.
 */
function parseInPieces(socket: Socket): void {
  const parsers = socket.listeners('data') as ((chunk: Buffer) => void)[];
  socket.removeAllListeners('data');
  socket.on('data', (chunk: Buffer) => {
    for (let at = 0; at < chunk.length && !socket.destroyed; at += PIECE_BYTES) {
      const piece = chunk.subarray(at, at + PIECE_BYTES);
      for (const parse of parsers) parse.call(socket, piece);
    }
  });
}

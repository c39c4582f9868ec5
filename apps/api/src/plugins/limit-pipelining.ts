import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '@sendoff/runtime';

/** Requests of a connection that are not answered yet. Proxies and clients that pipeline at all send a few. */
const MAX_UNANSWERED = 16;

/** How many addresses are remembered that had too many. */
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
 * Begins one request of a connection after the other, and ends a connection that brings many before the first is answered
 * (pipelining, RFC 9112 section 9.3.2). Node.js parses and begins all that it finds in a chunk at once: hundreds of requests on
 * each of many connections, and everybody else would wait for seconds.
 *
 * @param server has its listeners already.
 */
export function limitPipelining(server: Server): void {
  /** What is not answered yet of each connection, in the order in which it came. */
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
      // One by one: what is destroyed already costs less when the connection closes.
      request.destroy();
      return;
    }
    line.push({ request, response });
    // Only when all of the chunk is read: there may be too many requests in it.
    if (line.length === 1) process.nextTick(beginFirst, line);
  });
}

/** The addresses that brought too many requests on a connection within the last minute. */
interface Offenders {
  /** Adds the address of that connection: what its other connections send is parsed in pieces, those to come among them. */
  readonly add: (socket: Socket) => void;
  /** Takes note of a new connection. */
  readonly accept: (socket: Socket) => void;
}

function openOffenders(): Offenders {
  /** When each address was added, in milliseconds of the process's clock; the oldest come first. */
  const addedAt = new Map<string, number>();
  /** The connections of each address that are parsed as Node.js does it. */
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
 * Parses what comes piece by piece, until the connection is destroyed. Node.js parses whole chunks, of up to 64 KB, and makes an
 * error with a stack for each request in them when the connection closes. It does so quicker, therefore this is only for those
 * who made it necessary.
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

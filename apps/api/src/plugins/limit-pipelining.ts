import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Requests of a connection that are not answered yet. Proxies and clients that pipeline at all send a few. */
const MAX_UNANSWERED = 16;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Begins one request of a connection after the other, and ends a connection that brings many before the first is answered
 * (pipelining, RFC 9112 section 9.3.2). Node.js begins all that it finds in a chunk at once: hundreds on each of many
 * connections, and everybody else would wait for seconds.
 *
 * @param server has its listeners already.
 */
export function limitPipelining(server: Server): void {
  /** What is not answered yet of each connection, in the order in which it came. */
  const unanswered = new WeakMap<Socket, Exchange[]>();
  const listeners = server.listeners('request') as RequestListener[];

  const beginFirst = (line: Exchange[]): void => {
    const [first] = line;
    if (first === undefined || first.request.socket.destroyed) return;
    first.response.once('close', () => {
      line.shift();
      beginFirst(line);
    });
    for (const listener of listeners) listener.call(server, first.request, first.response);
  };

  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const { socket } = request;
    let line = unanswered.get(socket);
    if (line === undefined) unanswered.set(socket, (line = []));
    if (line.length === MAX_UNANSWERED || socket.destroyed) {
      if (!socket.destroyed) closeWithoutStacks(socket);
      // One by one: what is destroyed already costs less when the connection closes.
      request.destroy();
      return;
    }
    line.push({ request, response });
    // Only when all of the chunk is read: there may be too many requests in it.
    if (line.length === 1) process.nextTick(beginFirst, line);
  });
}

/** When a connection closes, Node.js makes an error for each request on it. Hundreds of stacks, which nobody reads, would take milliseconds. */
function closeWithoutStacks(socket: Socket): void {
  const { stackTraceLimit } = Error;
  socket.prependOnceListener('close', () => {
    Error.stackTraceLimit = 0;
  });
  socket.once('close', () => {
    Error.stackTraceLimit = stackTraceLimit;
  });
  socket.destroy();
}

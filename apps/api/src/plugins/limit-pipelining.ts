import type { RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';

/** Requests of a connection that are not answered yet. Proxies and clients that pipeline at all send a few. */
const MAX_UNANSWERED = 16;

/**
 * Ends a connection that brings many requests before the first is answered (pipelining, RFC 9112 section 9.3.2). Node.js begins
 * all that it finds in a chunk at once: hundreds on each of many connections, and everybody else would wait for seconds.
 *
 * @param server has its listeners already.
 */
export function limitPipelining(server: Server): void {
  const unanswered = new WeakMap<Socket, number>();
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const { socket } = request;
    const count = (unanswered.get(socket) ?? 0) + 1;
    if (count > MAX_UNANSWERED || socket.destroyed) {
      socket.destroy();
      return;
    }
    unanswered.set(socket, count);
    response.once('close', () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1));
    for (const listener of listeners) listener.call(server, request, response);
  });
}

/** When the API closes a connection itself instead of leaving that to the client. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { milestones } from '@sendoff/runtime';
import type { FastifyInstance } from 'fastify';
import { LARGE_ANSWER, lengthOf } from './limit-answers.ts';

/** Timeouts of a connection. */
export interface ConnectionTimes {
  /** Milliseconds for the rest of a body whose request was answered before the body was complete. */
  readonly restOfBodyMs: number;
  /** Milliseconds for which a client can read nothing of a pending response. */
  readonly unreadAnswerMs: number;
  /** Bytes per second, on average, at which a client must read a large response after `unreadAnswerMs`. */
  readonly minBytesPerSecond: number;
}

/** The defaults. */
export const CONNECTION_TIMES: ConnectionTimes = {
  restOfBodyMs: 10_000,
  unreadAnswerMs: 30_000,
  minBytesPerSecond: 16 * 1024,
};

/** Milliseconds for which input is discarded after the last response: a TCP reset could overtake the response. */
const LINGER_MS = 2000;

/**
 * When the server closes, ends connections after the response in progress, and connections without a request at once.
 *
 * Node.js closes idle connections by itself, but not those that have not sent a request head yet. A connection that became idle
 * later would keep the server, and so the process, alive until the client closed it.
 */
export function endConnectionsOnClose(app: FastifyInstance): void {
  const open = new Set<Socket>();
  const answering = new Set<Socket>();
  let closing = false;
  app.server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      answering.delete(socket);
    });
  });
  app.addHook('onRequest', ({ raw: { socket } }, _reply, done) => {
    answering.add(socket);
    done();
  });
  app.addHook('onResponse', ({ raw: { socket } }, _reply, done) => {
    answering.delete(socket);
    done();
  });
  app.addHook('preClose', (done) => {
    closing = true;
    for (const socket of open) if (!answering.has(socket)) socket.destroy();
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) void reply.header('connection', 'close');
    done();
  });
}

/**
 * Ends connections that hang: the client does not send the rest of its body after the response, or does not read the response.
 * A connection whose body completes in time stays open.
 */
export function endHangingConnections(
  app: FastifyInstance,
  { restOfBodyMs, unreadAnswerMs, minBytesPerSecond }: ConnectionTimes,
): void {
  app.addHook('onResponse', ({ raw }, _reply, done) => {
    if (!raw.complete) {
      const end = (): void => {
        if (!raw.complete) raw.destroy();
      };
      setTimeout(end, restOfBodyMs).unref();
    }
    done();
  });

  app.addHook('onSend', ({ raw: { socket } }, reply, payload, done) => {
    const length = lengthOf(payload) ?? Infinity;
    const isLive = String(reply.getHeader('content-type')).startsWith('text/event-stream');
    // Restarts whenever the client reads something; event streams are exempt, since they are quiet while nothing happens. Handled by the server's `timeout` event.
    if (length > LARGE_ANSWER && !isLive) reply.raw.setTimeout(unreadAnswerMs, () => undefined);
    if (length > LARGE_ANSWER && length < Infinity) {
      const deadline = setTimeout(() => giveUp(socket), unreadAnswerMs + (length / minBytesPerSecond) * 1000).unref();
      reply.raw.once('close', () => clearTimeout(deadline));
    }
    done();
  });
  // Also emitted for connections that are idle between two requests.
  app.server.on('timeout', giveUp);
}

function giveUp(socket: Socket): void {
  if (socket.writableLength > 0) milestones.refused.publish({ cause: 'answer_not_read' });
  socket.destroy();
}

/** Sends a response on a connection without a request, and ends the connection. */
export function endWithAnswer(
  socket: Socket,
  answer: { readonly statusCode: number; readonly message: string; readonly name: string },
  lingerMs: number = LINGER_MS,
): void {
  const body = JSON.stringify(answer);
  const timer = setTimeout(() => socket.destroy(), Math.max(1, lingerMs)).unref();
  socket.once('close', () => clearTimeout(timer));
  // Otherwise the half that the client keeps open would stay until the client closes it.
  const text =
    `HTTP/1.1 ${String(answer.statusCode)} ${STATUS_CODES[answer.statusCode] ?? ''}\r\n` +
    'content-type: application/json; charset=utf-8\r\n' +
    `content-length: ${String(Buffer.byteLength(body))}\r\nconnection: close\r\n\r\n${body}`;
  socket.end(text, () => {
    if (lingerMs === 0) socket.destroy();
  });
}

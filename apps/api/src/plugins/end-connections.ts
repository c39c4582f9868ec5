/** When the API ends a connection by itself, rather than leave that to the client. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { milestones } from '@sendoff/runtime';
import type { FastifyInstance } from 'fastify';
import { LARGE_ANSWER, lengthOf } from './limit-answers.ts';

/** What a connection is given time for. */
export interface ConnectionTimes {
  /** Milliseconds for the rest of a body whose request was answered before all of it had come. */
  readonly restOfBodyMs: number;
  /** Milliseconds for which a client may read nothing of an answer that waits for it. */
  readonly unreadAnswerMs: number;
  /** Bytes a second, on average, at which a client must read a large answer once `unreadAnswerMs` are over. */
  readonly minBytesPerSecond: number;
}

/** What holds where nothing else is said. */
export const CONNECTION_TIMES: ConnectionTimes = {
  restOfBodyMs: 10_000,
  unreadAnswerMs: 30_000,
  minBytesPerSecond: 16 * 1024,
};

/** Milliseconds for which what still comes on a connection is discarded after its last answer: a reset would overtake that. */
const LINGER_MS = 2000;

/**
 * Ends connections with the response that is under way when the server closes, and those without a request at once.
 *
 * Node.js closes the idle ones by itself, but for those that have not brought the head of a request yet; and one that
 * becomes idle after that would keep the server, and so the process, until the client lets go of it.
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
 * Ends connections whose client leaves them hanging: it was answered and does not bring the rest of its body, or it does not
 * read its answer. One that brings the rest in time goes on.
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
    // Begins anew whenever the client takes something; a stream of events is quiet while nothing happens. The server hears it.
    if (length > LARGE_ANSWER && !isLive) reply.raw.setTimeout(unreadAnswerMs, () => undefined);
    if (length > LARGE_ANSWER && length < Infinity) {
      const deadline = setTimeout(() => giveUp(socket), unreadAnswerMs + (length / minBytesPerSecond) * 1000).unref();
      reply.raw.once('close', () => clearTimeout(deadline));
    }
    done();
  });
  // Also comes for connections that are idle between two requests.
  app.server.on('timeout', giveUp);
}

function giveUp(socket: Socket): void {
  if (socket.writableLength > 0) milestones.refused.publish({ cause: 'answer_not_read' });
  socket.destroy();
}

/** Answers on a connection on which there is no request, and ends it. */
export function endWithAnswer(
  socket: Socket,
  answer: { readonly statusCode: number; readonly message: string; readonly name: string },
  lingerMs: number = LINGER_MS,
): void {
  const body = JSON.stringify(answer);
  const timer = setTimeout(() => socket.destroy(), Math.max(1, lingerMs)).unref();
  socket.once('close', () => clearTimeout(timer));
  // The half that the client holds open would otherwise stay until it lets go of it.
  const text =
    `HTTP/1.1 ${String(answer.statusCode)} ${STATUS_CODES[answer.statusCode] ?? ''}\r\n` +
    'content-type: application/json; charset=utf-8\r\n' +
    `content-length: ${String(Buffer.byteLength(body))}\r\nconnection: close\r\n\r\n${body}`;
  socket.end(text, () => {
    if (lingerMs === 0) socket.destroy();
  });
}

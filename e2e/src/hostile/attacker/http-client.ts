/** The attacker's HTTP client: it can choose its address and send any bytes. */
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Count, RunningAttack } from '../attack.ts';

export interface HttpCall {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly key: string;
  /** Sent unchanged if it is bytes, otherwise as JSON. */
  readonly body?: Buffer | object;
  readonly contentType?: string;
  readonly signal: AbortSignal;
}

/** A client with keep-alive connections. */
export interface HttpClient {
  /** Resolves with the status and body after the whole response was read. */
  readonly call: (call: HttpCall) => Promise<{ readonly status: number; readonly body: string }>;
}

/** @param localAddress the local address of its connections */
export function openHttpClient(url: string, localAddress: string): HttpClient {
  const agent = new Agent({ keepAlive: true, localAddress });
  return {
    call: ({ method = 'POST', path, key, body, contentType = 'application/json', signal }) =>
      new Promise((resolve, reject) => {
        const payload = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
        const call = request(`${url}${path}`, {
          method,
          agent,
          signal,
          headers: {
            authorization: `Bearer ${key}`,
            ...(payload && { 'content-type': contentType, 'content-length': String(payload.length) }),
          },
        });
        call.on('error', reject);
        call.on('response', (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }));
        });
        call.end(payload);
      }),
  };
}

/** A raw TCP connection. Errors close it and are ignored. */
export async function openSocket(port: number, localAddress: string): Promise<Socket> {
  // Disables Nagle's algorithm (RFC 896), which would delay short lines.
  const socket = connect({ port, host: '127.0.0.1', localAddress, noDelay: true });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** The head of a request, without the empty line at its end. */
export const requestHead = (path: string, key: string, headers: Readonly<Record<string, string>> = {}): string =>
  [
    `POST ${path} HTTP/1.1`,
    'Host: sendoff.example',
    `Authorization: Bearer ${key}`,
    'Content-Type: application/json',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
  ].join('\r\n');

/** Connections to hold open. */
export interface HeldConnections {
  /** Milliseconds between two drips; no drips by default. */
  readonly everyMs?: number;
  readonly drip?: string;
  /** The first bytes of each connection. */
  readonly begin: string;
  readonly count: number;
  /** Do not read the responses. */
  readonly isUnread?: boolean;
}

/** Holds this many connections open, reconnects when the server closes one, and counts the server's responses. */
export async function holdConnections(
  port: number,
  localAddress: string,
  { begin, drip, everyMs, count: connections, isUnread = false }: HeldConnections,
  count: Count,
): Promise<RunningAttack> {
  const sockets = new Set<Socket>();
  let isOver = false;
  const open = async (): Promise<void> => {
    const socket = await openSocket(port, localAddress);
    if (isOver) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    count('opened');
    const note = (chunk: Buffer): void => {
      const status = statusIn(chunk);
      if (status !== undefined) count(status);
    };
    if (!isUnread) socket.on('data', note);
    socket.once('close', () => {
      sockets.delete(socket);
      count('closed');
      if (!isOver) setTimeout(reopen, REOPEN_MS);
    });
    socket.write(begin, 'latin1');
  };
  const reopen = (): void => {
    if (isOver) return;
    open().catch(() => {
      count('refused');
      setTimeout(reopen, REOPEN_MS);
    });
  };
  // Opened gradually, since too many at once would only overflow the port's accept queue.
  for (let opened = 0; opened < connections; opened += AT_ONCE) {
    await Promise.allSettled(Array.from({ length: Math.min(AT_ONCE, connections - opened) }, open));
  }
  const timer =
    everyMs === undefined
      ? undefined
      : setInterval(() => {
          for (const socket of sockets) socket.write(drip ?? '', 'latin1');
        }, everyMs);
  return {
    stop: async () => {
      isOver = true;
      clearInterval(timer);
      const closed = [...sockets].map((socket) => once(socket, 'close'));
      for (const socket of sockets) socket.destroy();
      await Promise.all(closed);
    },
  };
}

const AT_ONCE = 50;
const REOPEN_MS = 500;

/** The status or reply code at the beginning of a chunk, if it has one. */
const statusIn = (chunk: Buffer): string | undefined => /^(?:HTTP\/1\.1 )?(\d{3})/.exec(chunk.toString('latin1', 0, 12))?.[1];

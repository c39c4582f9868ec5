/** Protects the inbox from other web sites. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

const LOCAL_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * MailDev allows pages of any site to read its emails, which contain sign-in links. This answers 403 to requests of other
 * origins, and to requests with a foreign host name (DNS rebinding).
 */
export function refuseOtherSites(server: Server): void {
  const request = server.listeners('request') as ((message: IncomingMessage, response: ServerResponse) => void)[];
  server.removeAllListeners('request');
  server.on('request', (message: IncomingMessage, response: ServerResponse) => {
    if (isLocal(message)) for (const listener of request) listener.call(server, message, response);
    else response.writeHead(403, { 'content-type': 'text/plain' }).end('This inbox is for this machine only.\n');
  });

  const upgrade = server.listeners('upgrade') as ((message: IncomingMessage, socket: Duplex, head: Buffer) => void)[];
  server.removeAllListeners('upgrade');
  server.on('upgrade', (message: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (isLocal(message)) for (const listener of upgrade) listener.call(server, message, socket, head);
    else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  });
}

function isLocal({ headers }: IncomingMessage): boolean {
  const { host, origin } = headers;
  return isLocalName(`http://${host ?? ''}`) && (origin === undefined || (isLocalName(origin) && new URL(origin).host === host));
}

function isLocalName(url: string): boolean {
  return URL.canParse(url) && LOCAL_NAMES.has(new URL(url).hostname);
}

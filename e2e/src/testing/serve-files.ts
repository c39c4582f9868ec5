/** A web server for attachments by URL. */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Releases } from './releases.ts';

/** Responds by path; any other path is 404. */
export async function serveFiles(releases: Releases, answers: Readonly<Record<string, RequestListener>>): Promise<string> {
  const server = createServer((request, response) => {
    const answer = new Map(Object.entries(answers)).get(request.url ?? '');
    if (answer === undefined) response.writeHead(404).end('There is no such file.');
    else answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  releases.add(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

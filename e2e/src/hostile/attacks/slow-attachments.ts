/** Emails with attachments by URL, from a server that sends a byte per second. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Attack, RunningAttack } from '../attack.ts';
import { openHttpClient } from '../attacker/http-client.ts';
import { runLanes, together } from '../attacker/run-lanes.ts';
import { smallEmailTo } from './attack-email.ts';

const EMAILS = 110;
const ANNOUNCED_BYTES = 1_000_000;
const DRIP_MS = 1000;
/** Each counts as a separate host. */
const HOSTS = Array.from({ length: 10 }, (_, index) => `127.0.0.${String(100 + index)}`);

/** A server that responds slowly to every request. */
export async function openSlowServer(host: string): Promise<RunningAttack & { readonly url: string }> {
  const timers = new Set<NodeJS.Timeout>();
  const server: Server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-length': String(ANNOUNCED_BYTES) });
    const timer = setInterval(() => response.write('x'), DRIP_MS);
    timers.add(timer);
    response.once('close', () => {
      clearInterval(timer);
      timers.delete(timer);
    });
    response.flushHeaders();
  }).listen(0, host);
  await once(server, 'listening');
  return {
    url: `http://${host}:${String((server.address() as AddressInfo).port)}`,
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export const slowAttachments: Attack = {
  name: 'slow-attachments',
  title: '110 emails with attachments by URL that arrive at a byte a second, from ten hosts',
  begin: async ({ apiUrl, address, keys }, count) => {
    const servers = await Promise.all(HOSTS.map(openSlowServer));
    const client = openHttpClient(apiUrl, address);
    const posting = runLanes(8, count, async (nth, signal) => {
      if (nth > 2 * EMAILS) {
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
        return;
      }
      const path = `${servers[nth % servers.length]?.url ?? ''}/${String(nth)}`;
      const body = { ...smallEmailTo(`reader-${String(nth)}`), attachments: [{ filename: 'slow.bin', path }] };
      // Half of it is test mail, for which nothing is to be fetched.
      const key = nth % 2 === 0 ? keys.sending : keys.test;
      count(String((await client.call({ path: '/emails', key, body, signal })).status));
    });
    return together(posting, ...servers);
  },
};

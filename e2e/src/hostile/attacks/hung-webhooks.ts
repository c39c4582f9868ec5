import type { Attack } from '../attack.ts';
import { openHttpClient } from '../attacker/http-client.ts';
import { runTimed, together } from '../attacker/run-lanes.ts';
import { smallEmailTo } from './attack-email.ts';
import { openSlowServer } from './slow-attachments.ts';

const ENDPOINTS = 50;

export const hungWebhooks: Attack = {
  name: 'hung-webhooks',
  title: '50 webhooks whose endpoint never completes its response',
  begin: async ({ apiUrl, address, keys }, count) => {
    const client = openHttpClient(apiUrl, address);
    const server = await openSlowServer('127.0.0.1');
    const { signal } = new AbortController();
    const ids: string[] = [];
    for (let nth = 0; nth < ENDPOINTS; nth += 1) {
      const body = { endpoint: `${server.url}/${String(nth)}`, events: ['email.sent', 'email.delivered', 'email.bounced'] };
      const { status, body: answer } = await client.call({ path: '/webhooks', key: keys.full, body, signal });
      count(`webhook ${String(status)}`);
      if (status === 201) ids.push((JSON.parse(answer) as { id: string }).id);
    }
    const sending = runTimed(20, count, async (nth, stopping) => {
      const body = smallEmailTo(`reader-${String(nth)}`);
      count(String((await client.call({ path: '/emails', key: keys.full, body, signal: stopping })).status));
    });
    const forgetting = {
      stop: async () => {
        for (const id of ids) await client.call({ method: 'DELETE', path: `/webhooks/${id}`, key: keys.full, signal });
      },
    };
    return together(sending, server, forgetting);
  },
};

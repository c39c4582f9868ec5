/** An HTTP client that keeps a number of connections busy and times every response. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'undici';
import { smallEmail } from '../emails/small-email.ts';
import { percentile } from '../statistics/summarise.ts';
import { serveCommands } from '../processes/serve-commands.ts';
import { sharedNow } from '../statistics/shared-clock.ts';

export interface LoadOrder {
  readonly origin: string;
  readonly key: string;
  readonly connections: number;
  readonly count: number;
}

export interface LoadResult {
  readonly accepted: number;
  readonly refused: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly latency: { readonly p50: number; readonly p99: number };
}

/** A load of one email at a time. */
export interface PaceOrder {
  readonly origin: string;
  readonly key: string;
  readonly count: number;
  /** Average milliseconds between a response and the next email. */
  readonly pauseMs: number;
}

/** An email that was sent, with times of the shared clock. */
export interface PacedEmail {
  readonly recipient: string;
  readonly sentAt: number;
  readonly answeredAt: number;
}

/** Created in advance and reused in turn, so that creating them is not measured. */
const BODIES = Array.from({ length: 2000 }, (_, n) => Buffer.from(JSON.stringify(smallEmail(n))));

serveCommands({
  /** Sends emails over all connections in parallel, one at a time on each. */
  run: async ({ origin, key, connections, count }: LoadOrder): Promise<LoadResult> => {
    const clients = Array.from({ length: connections }, () => new Client(origin, { pipelining: 1 }));
    const headers = ['authorization', `Bearer ${key}`, 'content-type', 'application/json'];
    const latencies: number[] = [];
    let sent = 0;
    let refused = 0;
    const began = performance.now();
    const keepBusy = async (client: Client): Promise<void> => {
      while (sent < count) {
        sent += 1;
        const at = performance.now();
        const accepted = await post(client, headers, BODIES[sent % BODIES.length] as Buffer);
        if (accepted) latencies.push(performance.now() - at);
        else refused += 1;
      }
    };
    await Promise.all(clients.map(keepBusy));
    const seconds = (performance.now() - began) / 1000;
    await Promise.all(clients.map((client) => client.close()));
    const sorted = Float64Array.from(latencies).sort();
    return {
      accepted: latencies.length,
      refused,
      seconds,
      latency: { p50: percentile(sorted, 50), p99: percentile(sorted, 99) },
    };
  },

  /** Sends emails one at a time with random pauses, and returns when each was sent and answered. */
  pace: async ({ origin, key, count, pauseMs }: PaceOrder): Promise<PacedEmail[]> => {
    const client = new Client(origin, { pipelining: 1 });
    const headers = ['authorization', `Bearer ${key}`, 'content-type', 'application/json'];
    const emails: PacedEmail[] = [];
    for (let n = 0; n < count; n += 1) {
      await sleep(pauseMs * (0.5 + Math.random()));
      const email = smallEmail(n);
      const body = Buffer.from(JSON.stringify(email));
      const sentAt = sharedNow();
      if (!(await post(client, headers, body))) throw new Error('An email was not accepted');
      emails.push({ recipient: email.to[0] ?? '', sentAt, answeredAt: sharedNow() });
    }
    await client.close();
    return emails;
  },
});

/** Whether the email was accepted: a 200 response with an id. */
function post(client: Client, headers: string[], body: Buffer): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let status = 0;
    let hasId = false;
    client.dispatch(
      { method: 'POST', path: '/emails', headers, body },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, statusCode) => void (status = statusCode),
        onResponseData: (_controller, chunk) => void (hasId ||= chunk.includes('"id"')),
        onResponseEnd: () => resolve(status === 200 && hasId),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}

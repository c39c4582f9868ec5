/** Times pages of the email list. */
import { firstIdAt } from '@sendoff/db';
import { Client } from 'undici';
import type { Table } from './table.ts';
import { PAGE_KINDS } from './list-pages.ts';
import { timeCalls, type Timing } from './time-calls.ts';

const DAY_MS = 86_400_000;
/** The middle of the thirty days over which the emails are spread. */
const DEEP_DAYS = 15;

/** Requests pages of each kind over HTTP in sequence. */
export async function timePages({ api, emails }: Table, requests: number): Promise<{ name: string; timing: Timing }[]> {
  const client = new Client(api.origin);
  const time = new Date(Date.now() - DEEP_DAYS * DAY_MS);
  const context = { emails, deepId: firstIdAt(time), deepTime: time.toISOString() };
  const found = [];
  try {
    for (const { name, query } of PAGE_KINDS) {
      const timing = await timeCalls(requests, async (n) => {
        const path = `/emails?${encodeURI(query({ ...context, n }))}`;
        const { statusCode, body } = await client.request({
          method: 'GET',
          path,
          headers: { authorization: `Bearer ${api.key}` },
        });
        const text = await body.text();
        if (statusCode !== 200) throw new Error(`${path} was answered with ${String(statusCode)}: ${text}`);
      });
      found.push({ name: `page: ${name}`, timing });
    }
    return found;
  } finally {
    await client.close();
  }
}

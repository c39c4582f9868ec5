/** Times the requests of the dashboard's first page. */
import { setTimeout as sleep } from 'node:timers/promises';
import { countClosedMinutes, type Database } from '@sendoff/db';
import { Client } from 'undici';
import type { Table } from './table.ts';
import { percentile } from '../statistics/summarise.ts';
import type { Timing } from './time-calls.ts';

const PATHS = [
  ['overview: now', '/dashboard/api/now'],
  ['overview: an hour', '/dashboard/api/overview?range=hour'],
  ['overview: a week', '/dashboard/api/overview?range=week'],
] as const;
const CALLS = 5;
/** Longer than the API caches a response. */
const PAUSE_MS = 2100;

/** Counts the completed minutes, as workers do continuously. */
export async function countMinutes(database: Database): Promise<void> {
  while ((await countClosedMinutes(database, new Date())) !== 'done');
}

/** Requests each path over HTTP, at intervals that bypass the cache. */
export async function timeOverview({ api }: Table): Promise<{ name: string; timing: Timing }[]> {
  const client = new Client(api.origin);
  const times = new Map<string, number[]>(PATHS.map(([name]) => [name, []]));
  try {
    for (let call = 0; call < CALLS; call += 1) {
      await sleep(PAUSE_MS);
      for (const [name, path] of PATHS) {
        const at = performance.now();
        const { statusCode, body } = await client.request({
          method: 'GET',
          path,
          headers: { authorization: `Bearer ${api.key}` },
        });
        await body.dump();
        if (statusCode !== 200) throw new Error(`${path} was answered with ${String(statusCode)}`);
        times.get(name)?.push(performance.now() - at);
      }
    }
  } finally {
    await client.close();
  }
  return [...times].map(([name, each]) => {
    each.sort((a, b) => a - b);
    return { name, timing: { p50: percentile(each, 50), p99: percentile(each, 99) } };
  });
}

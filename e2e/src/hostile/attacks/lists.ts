/** Attacks on lists with a full-access key: imports of garbage, and clients that do not read responses. */
import type { Attack, Count, RunningAttack, Target } from '../attack.ts';
import { holdConnections, openHttpClient, requestHead } from '../attacker/http-client.ts';
import { runLanes } from '../attacker/run-lanes.ts';

const GARBAGE = Buffer.alloc(30_000_000, 'this is no address\n');

export const garbageImport: Attack = {
  name: 'garbage-import',
  title: 'CSV files of 1.5 million bad lines, imported as suppressions',
  hasLargeBodies: true,
  begin: ({ apiUrl, address, keys }, count) => {
    const client = openHttpClient(apiUrl, address);
    return runLanes(3, count, async (_nth, signal) => {
      const call = { path: '/suppressions/import', key: keys.full, body: GARBAGE, contentType: 'text/csv', signal };
      count(String((await client.call(call)).status));
    });
  },
};

export const unreadAnswers: Attack = {
  name: 'unread-answers',
  title: '300 connections that request lists and exports 16 times and read no response',
  begin: (target, count) => askWithoutReading(target, { connections: 300, requests: 16 }, count),
};

export const pipelinedReads: Attack = {
  name: 'pipelined-reads',
  title: '60 connections that request lists and exports 500 times at once and read no response',
  begin: (target, count) => askWithoutReading(target, { connections: 60, requests: 500 }, count),
};

export const listReaders: Attack = {
  name: 'list-readers',
  title: 'lists read over 32 connections, as fast as they are answered',
  begin: ({ apiUrl, address, keys }, count) => {
    const client = openHttpClient(apiUrl, address);
    const paths = ['/emails?limit=100', '/suppressions?limit=100', '/webhooks', '/api-keys?limit=100'];
    return runLanes(32, count, async (nth, signal) => {
      const path = paths[nth % paths.length] ?? '/emails';
      count(String((await client.call({ method: 'GET', path, key: keys.full, signal })).status));
    });
  },
};

/** Pipelines all requests of a connection. */
function askWithoutReading(
  { apiUrl, address, keys }: Target,
  { connections, requests }: { readonly connections: number; readonly requests: number },
  count: Count,
): Promise<RunningAttack> {
  const ask = (path: string): string => `${requestHead(path, keys.full).replace('POST', 'GET')}\r\n`;
  const begin = (ask('/emails?limit=100') + ask('/suppressions/export')).repeat(requests / 2);
  return holdConnections(Number(new URL(apiUrl).port), address, { count: connections, begin, isUnread: true }, count);
}

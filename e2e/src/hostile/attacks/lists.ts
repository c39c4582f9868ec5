/** What a key with full access can do to the lists: files of garbage, and readers that do not read. */
import type { Attack } from '../attack.ts';
import { holdConnections, openHttpClient, requestHead } from '../attacker/http-client.ts';
import { runLanes } from '../attacker/run-lanes.ts';

const GARBAGE = Buffer.alloc(30_000_000, 'this is no address\n');
/** Requests on one connection, whose answers are more than any buffer holds. */
const PIPELINED = 500;

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
  title: '60 connections that ask for lists and exports 500 times and read no answer',
  begin: async ({ apiUrl, address, keys }, count) => {
    const ask = (path: string): string => `${requestHead(path, keys.full).replace('POST', 'GET')}\r\n`;
    const begin = (ask('/emails?limit=100') + ask('/suppressions/export')).repeat(PIPELINED / 2);
    return holdConnections(Number(new URL(apiUrl).port), address, { count: 60, begin, isUnread: true }, count);
  },
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

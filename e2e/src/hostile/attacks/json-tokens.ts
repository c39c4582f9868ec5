/** Small JSON that is expensive to parse: many empty values or many levels. */
import type { Attack } from '../attack.ts';
import { openHttpClient } from '../attacker/http-client.ts';
import { runLanes } from '../attacker/run-lanes.ts';
import { emailTo } from './attack-email.ts';

const MEGABYTE = 1_000_000;
const LEVELS = 100_000;

/** `{..., "FIELD":[VALUE,VALUE,...]}` of this many bytes. */
function listOf(field: string, value: string, bytes: number): Buffer {
  const head = `${JSON.stringify(emailTo('list')).slice(0, -1)},"${field}":[`;
  return Buffer.concat([Buffer.from(head), Buffer.alloc(bytes, `${value},`), Buffer.from(`${value}]}`)]);
}

/** `{..., "headers":{"a0":"","a1":"",...}}` of about this many bytes. */
function manyHeaders(bytes: number): Buffer {
  const fields = Array.from({ length: Math.floor(bytes / 14) }, (_, index) => `"a${String(index).padStart(7, '0')}":""`);
  return Buffer.from(`${JSON.stringify(emailTo('headers')).slice(0, -1)},"headers":{${fields.join()}}}`);
}

export const jsonEmptyValues: Attack = {
  name: 'json-empty-values',
  title: 'JSON of 20 MB of empty arrays, objects and strings, and of 100 MB',
  hasLargeBodies: true,
  begin: ({ apiUrl, address, keys }, count) => {
    const bodies = [
      listOf('attachments', '[]', 20 * MEGABYTE),
      listOf('attachments', '{}', 20 * MEGABYTE),
      listOf('attachments', '[]', 100 * MEGABYTE),
      manyHeaders(20 * MEGABYTE),
      listOf('to', '""', 20 * MEGABYTE),
    ];
    const client = openHttpClient(apiUrl, address);
    return runLanes(2, count, async (nth, signal) => {
      const body = bodies[nth % bodies.length] ?? Buffer.alloc(0);
      count(String((await client.call({ path: '/emails', key: keys.test, body, signal })).status));
    });
  },
};

export const jsonDepth: Attack = {
  name: 'json-depth',
  title: 'JSON with 100,000 levels of nesting',
  begin: ({ apiUrl, address, keys }, count) => {
    const client = openHttpClient(apiUrl, address);
    const arrays = Buffer.from(`{"attachments":${'['.repeat(LEVELS)}${']'.repeat(LEVELS)}}`);
    const objects = Buffer.from(`${'{"a":'.repeat(LEVELS)}1${'}'.repeat(LEVELS)}`);
    return runLanes(4, count, async (nth, signal) => {
      const body = nth % 2 === 0 ? arrays : objects;
      count(String((await client.call({ path: '/emails', key: keys.test, body, signal })).status));
    });
  },
};

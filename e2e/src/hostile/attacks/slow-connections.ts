/** HTTP connections that cost the attacker nothing and must cost the API as little. */
import type { Attack, Target } from '../attack.ts';
import { holdConnections, requestHead } from '../attacker/http-client.ts';

const DRIP_MS = 1000;

const portOf = ({ apiUrl }: Target): number => Number(new URL(apiUrl).port);

export const announcedBodies: Attack = {
  name: 'announced-bodies',
  title: 'connections that announce 89 MB and send a byte a second',
  begin: (target, count) =>
    holdConnections(
      portOf(target),
      target.address,
      {
        count: 8,
        begin: `${requestHead('/emails', target.keys.test, { 'Content-Length': String(89_000_000) })}\r\n{`,
        drip: ' ',
        everyMs: DRIP_MS,
      },
      count,
    ),
};

export const slowSmallBodies: Attack = {
  name: 'slow-small-bodies',
  title: '300 bodies of 60 KB that arrive at a byte a second',
  begin: (target, count) =>
    holdConnections(
      portOf(target),
      target.address,
      {
        count: 300,
        begin: `${requestHead('/emails', target.keys.test, { 'Content-Length': '60000' })}\r\n{`,
        drip: ' ',
        everyMs: DRIP_MS,
      },
      count,
    ),
};

export const slowHeaders: Attack = {
  name: 'slow-headers',
  title: '300 requests whose header never ends',
  begin: (target, count) =>
    holdConnections(
      portOf(target),
      target.address,
      { count: 300, begin: requestHead('/emails', target.keys.test), drip: 'X-Slow: 1\r\n', everyMs: DRIP_MS },
      count,
    ),
};

export const idleConnections: Attack = {
  name: 'idle-connections',
  title: '2,000 idle connections from one address',
  begin: (target, count) => holdConnections(portOf(target), target.address, { count: 2000, begin: '' }, count),
};

import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { openEndpointLanes, type EndpointLanes, type LaneReport } from './endpoint-lanes.ts';

interface Piece {
  readonly endpointId: string;
  readonly end: (report?: Partial<LaneReport>) => void;
}

let lanes: EndpointLanes | undefined;
afterEach(async () => {
  for (const { end } of underWay.splice(0)) end();
  backlog.clear();
  await lanes?.close();
});

/** Number of due webhooks, by endpoint. */
const backlog = new Map<string, number>();
const underWay: Piece[] = [];
const taken: [string, number][] = [];

function open(
  limits: { concurrency: number; perEndpoint: number; ownerOf?: (endpointId: string) => Promise<string> },
  take?: () => Promise<never>,
): EndpointLanes {
  taken.length = 0;
  lanes = openEndpointLanes<string>({
    ownerOf: () => Promise.resolve('the only key'),
    ...limits,
    take: (endpointId, limit) => {
      taken.push([endpointId, limit]);
      if (take !== undefined) return take();
      const count = Math.min(limit, backlog.get(endpointId) ?? 0);
      backlog.set(endpointId, (backlog.get(endpointId) ?? 0) - count);
      return Promise.resolve(Array<string>(count).fill(endpointId));
    },
    send: (endpointId) =>
      new Promise((resolve) => {
        const piece = {
          endpointId,
          end: (report: Partial<LaneReport> = {}) => {
            if (underWay.includes(piece)) underWay.splice(underWay.indexOf(piece), 1);
            resolve({ answered: true, pauseMs: 0, ...report });
          },
        };
        underWay.push(piece);
      }),
    onTakeFailed: () => undefined,
  });
  return lanes;
}

const settle = async (): Promise<void> => {
  for (let n = 0; n < 10; n += 1) await turn();
};
const countOf = (endpointId: string): number => underWay.filter((piece) => piece.endpointId === endpointId).length;

test('an endpoint with an endless backlog leaves capacity for all others', async () => {
  backlog.set('slow', 1000).set('a', 1).set('b', 1);
  const { look } = open({ concurrency: 8, perEndpoint: 2 });
  look('slow');
  await settle();
  expect(countOf('slow')).toBe(2);
  look('a');
  look('b');
  await settle();
  expect([countOf('slow'), countOf('a'), countOf('b')]).toEqual([2, 1, 1]);
});

test('a backlog is drained after a single look', async () => {
  backlog.set('a', 25);
  open({ concurrency: 8, perEndpoint: 4 }).look('a');
  let done = 0;
  for (;;) {
    await settle();
    const [piece] = underWay;
    if (piece === undefined) break;
    expect(underWay.length).toBeLessThanOrEqual(4);
    piece.end();
    done += 1;
  }
  expect(done).toBe(25);
});

test('an unresponsive endpoint gets one attempt at a time, until it answers', async () => {
  backlog.set('a', 100);
  open({ concurrency: 8, perEndpoint: 4 }).look('a');
  await settle();
  for (const piece of [...underWay]) piece.end({ answered: false });
  await settle();
  expect(countOf('a')).toBe(1);
  underWay[0]?.end();
  await settle();
  expect(countOf('a')).toBe(4);
});

test('an endpoint that asks for a pause gets no attempts during it', async () => {
  backlog.set('a', 100);
  open({ concurrency: 8, perEndpoint: 1 }).look('a');
  await settle();
  underWay[0]?.end({ pauseMs: 60 });
  await settle();
  expect(countOf('a')).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(countOf('a')).toBe(1);
});

test('the longer of two pauses applies, regardless of their order', async () => {
  backlog.set('a', 100);
  open({ concurrency: 8, perEndpoint: 2 }).look('a');
  await settle();
  const [first, second] = [...underWay];
  first?.end({ pauseMs: 300 });
  second?.end({ pauseMs: 30 });
  await settle();
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(countOf('a')).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(countOf('a')).toBe(2);
});

test('a look during a running claim causes another claim', async () => {
  let finish: (found: never[]) => void = () => undefined;
  const { look } = open({ concurrency: 2, perEndpoint: 2 }, () => new Promise<never>((resolve) => (finish = resolve as never)));
  look('a');
  await settle();
  look('a');
  look('a');
  expect(taken).toHaveLength(1);
  finish([]);
  await settle();
  expect(taken).toHaveLength(2);
  finish([]);
  await settle();
  expect(taken).toHaveLength(2);
});

test('all endpoints together stay within the concurrency, and take turns', async () => {
  for (const endpoint of ['a', 'b', 'c']) backlog.set(endpoint, 100);
  const { look } = open({ concurrency: 2, perEndpoint: 2 });
  for (const endpoint of ['a', 'b', 'c']) look(endpoint);
  await settle();
  const seen = new Set<string>();
  for (let n = 0; n < 12; n += 1) {
    expect(underWay.length).toBeLessThanOrEqual(2);
    for (const { endpointId } of underWay) seen.add(endpointId);
    underWay[0]?.end();
    await settle();
  }
  expect([...seen].sort()).toEqual(['a', 'b', 'c']);
});

test('a failed claim is repeated at the next look', async () => {
  const { look } = open({ concurrency: 2, perEndpoint: 2 }, () => Promise.reject(new Error('away')));
  look('a');
  await settle();
  look('a');
  await settle();
  expect(taken).toEqual([
    ['a', 2],
    ['a', 2],
  ]);
});

test('a key with many unresponsive endpoints leaves capacity for an endpoint of another key', async () => {
  const ownerOf = (endpointId: string) => Promise.resolve(endpointId.startsWith('theirs') ? 'greedy' : 'other');
  const { look } = open({ concurrency: 10, perEndpoint: 2, ownerOf });
  backlog.set('mine', 2);
  look('mine');
  for (let n = 0; n < 20; n += 1) {
    backlog.set(`theirs ${String(n)}`, 5);
    look(`theirs ${String(n)}`);
  }
  await settle();
  expect(countOf('mine')).toBe(2);
  expect(underWay.length).toBeLessThan(10);
  backlog.set('also mine', 1);
  look('also mine');
  await settle();
  expect(countOf('also mine')).toBe(1);
});

test('an endpoint whose owner could not be read is read again at the next look', async () => {
  let isAway = true;
  backlog.set('a', 1);
  const { look } = open({
    ...{ concurrency: 2, perEndpoint: 1 },
    ownerOf: () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve('key')),
  });
  look('a');
  await settle();
  isAway = false;
  look('a');
  await settle();
  expect(countOf('a')).toBe(1);
});

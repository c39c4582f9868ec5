import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { followNow, type LiveStatus } from './follow-now.ts';

const START = new Date('2026-04-03T12:00:00Z');

beforeEach(() => {
  jest.useFakeTimers({ now: START });
});
afterEach(() => {
  jest.useRealTimers();
});

/** A stream and an API that the test controls. */
function start() {
  const world = {
    streams: [] as { say: (news: string) => void; fail: () => void; closed: boolean }[],
    answer: () => Promise.resolve('asked'),
    asked: 0,
    news: [] as string[],
    statuses: [] as LiveStatus[],
  };
  const stop = followNow<string>({
    openStream: (say, fail) => {
      const stream = { say, fail, closed: false };
      world.streams.push(stream);
      return { isClosed: () => stream.closed, close: () => void (stream.closed = true) };
    },
    ask: () => {
      world.asked += 1;
      return world.answer();
    },
    onNews: (news) => void world.news.push(news),
    onStatus: (status) => void world.statuses.push(status),
    explain: (error) => (error instanceof TypeError ? null : String(error)),
  });
  return { world, stop };
}

const away = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch'));
const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

describe('live updates', () => {
  test('the API is not polled while the stream sends updates', async () => {
    const { world, stop } = start();
    for (let n = 0; n < 20; n += 1) {
      world.streams[0]?.say('news');
      await pass(2000);
    }
    expect(world).toMatchObject({ asked: 0, statuses: [] });
    expect(world.news).toHaveLength(20);
    stop();
  });

  test('the API is polled while the stream is broken, until the stream sends updates again', async () => {
    const { world, stop } = start();
    world.streams[0]?.fail();
    await pass(11_000);
    expect(world).toMatchObject({ asked: 3, news: ['asked', 'asked', 'asked'], statuses: [{ kind: 'polling' }] });
    world.streams[0]?.say('back');
    await pass(5000);
    expect(world).toMatchObject({ asked: 3, statuses: [{ kind: 'polling' }, { kind: 'live' }] });
    stop();
  });

  test('the status has the time of the last update and the error while the API is unreachable', async () => {
    const { world, stop } = start();
    await pass(2000);
    world.streams[0]?.say('last');
    await pass(1000);
    world.answer = away;
    world.streams[0]?.fail();
    await pass(0);
    const since = new Date(START.getTime() + 2000);
    expect(world.statuses).toEqual([{ kind: 'lost', since, problem: null }]);
    world.answer = () => Promise.reject(new Error('Sendoff is temporarily unavailable.'));
    await pass(5000);
    expect(world.statuses.at(-1)).toEqual({ kind: 'lost', since, problem: 'Error: Sendoff is temporarily unavailable.' });
    world.answer = () => Promise.resolve('back');
    await pass(5000);
    expect(world.statuses.at(-1)).toEqual({ kind: 'polling' });
    stop();
  });

  test('a new stream is opened after the browser has closed the first', async () => {
    const { world, stop } = start();
    const [first] = world.streams;
    if (first !== undefined) first.closed = true;
    first?.fail();
    await pass(5000);
    expect(world.streams).toHaveLength(2);
    world.streams[1]?.say('back');
    expect(world.statuses.at(-1)).toEqual({ kind: 'live' });
    stop();
  });

  test('an open stream that sends nothing does not count as live', async () => {
    const { world, stop } = start();
    world.answer = away;
    await pass(15_000);
    expect(world.statuses.at(-1)).toEqual({ kind: 'lost', since: START, problem: null });
    expect(world.streams[0]?.closed).toBe(true);
    stop();
    expect(world.streams.every(({ closed }) => closed)).toBe(true);
  });
});

import { describe, expect, test } from '@jest/globals';
import { ReceiverShares, type HeldShare } from './receiver-shares.ts';

interface Entered extends HeldShare {
  isReclaimed: boolean;
}

function start(slots = 10) {
  const clock = { ms: 0 };
  const shares = new ReceiverShares(slots, () => clock.ms);
  const enter = (domains: string[], mayReclaim = true): Entered => {
    const delivery: Entered = {
      isReclaimed: false,
      ...shares.enter(domains, { reclaim: () => (delivery.isReclaimed = true), mayReclaim: () => mayReclaim }),
    };
    delivery.started();
    return delivery;
  };
  const answer = (domain: string, afterMs: number): void => {
    const delivery = enter([domain]);
    clock.ms += afterMs;
    delivery.end('answered');
  };
  /** Starts as many deliveries as the share of `domain` allows. */
  const fill = (domain: string, mayReclaim = true): Entered[] => {
    const deliveries: Entered[] = [];
    while (shares.full([domain]) === null) deliveries.push(enter([domain], mayReclaim));
    return deliveries;
  };
  return { clock, shares, enter, answer, fill };
}

describe('the connections of a relay', () => {
  test.each([
    [1, 1, 1],
    [2, 1, 1],
    [4, 1, 3],
    [10, 2, 8],
    [50, 10, 40],
  ])('%i in total: a new receiver gets %i, and a quick one %i', (slots, few, many) => {
    const { answer, fill } = start(slots);
    expect(fill('new.example')).toHaveLength(few);
    answer('quick.example', 100);
    expect(fill('quick.example')).toHaveLength(many);
  });

  test('a receiver without an answer for five seconds is slow, and its unsent deliveries are reclaimed', () => {
    const { clock, shares, answer, fill } = start();
    answer('hung.example', 100);
    const deliveries = fill('hung.example');
    clock.ms += 5000;
    expect(shares.blocked()).toEqual([]);
    clock.ms += 1;
    expect(shares.blocked()).toEqual([{ name: 'hung.example', held: 8, slowSince: 100 }]);
    shares.reclaimOverdue();
    // The two oldest are kept, since they are the closest to an answer.
    expect(deliveries.map(({ isReclaimed }) => isReclaimed)).toEqual([false, false, true, true, true, true, true, true]);
    expect(shares.full(['other.example'])).toBeNull();
  });

  test('a delivery that may have been sent is never reclaimed', () => {
    const { clock, shares, answer, fill } = start();
    answer('hung.example', 100);
    const deliveries = fill('hung.example', false);
    clock.ms += 6000;
    shares.reclaimOverdue();
    expect(deliveries.some(({ isReclaimed }) => isReclaimed)).toBe(false);
  });

  test('a receiver is no longer slow after a quick answer, or a minute without mail', () => {
    const { clock, shares, enter, answer, fill } = start();
    const [first, second] = fill('a.example');
    clock.ms += 6000;
    expect(shares.blocked()).toHaveLength(1);
    first?.end('otherwise');
    second?.end('otherwise');
    answer('a.example', 100);
    expect(shares.blocked()).toEqual([]);
    expect(fill('a.example')).toHaveLength(8);

    const late = enter(['b.example']);
    enter(['b.example']);
    clock.ms += 6000;
    expect(shares.full(['b.example'])).toMatchObject({ slowSince: expect.any(Number) as unknown });
    late.end('otherwise');
    expect(shares.full(['b.example'])).toBeNull();
  });

  test('no receiver is slow when the relay is slow with all of them', () => {
    const { clock, shares, answer, enter } = start();
    for (let n = 0; n < 20; n += 1) answer(`${String(n)}.example`, 4000);
    enter(['a.example']);
    enter(['a.example']);
    clock.ms += 10_000;
    expect(shares.blocked()).toEqual([]);
    clock.ms += 20_001;
    expect(shares.blocked()).toHaveLength(1);
  });

  test('a receiver that answers other deliveries meanwhile is not blamed for a message with several receivers', () => {
    const { clock, shares, enter, answer } = start();
    for (let n = 0; n < 2; n += 1) enter(['hung.example', 'well.example']);
    clock.ms += 1000;
    answer('well.example', 100);
    clock.ms += 5000;
    expect(shares.blocked().map(({ name }) => name)).toEqual(['hung.example']);
  });
});

test('a sender whose other mail is answered meanwhile is not slow', () => {
  const clock = { ms: 0 };
  const shares = new ReceiverShares(10, () => clock.ms, { blame: 'silence' });
  const enter = (): HeldShare => {
    const delivery = shares.enter(['key'], { reclaim: () => undefined, mayReclaim: () => true });
    delivery.started();
    return delivery;
  };
  const [hung, answered] = [enter(), enter()];
  clock.ms += 3000;
  answered.end('answered');
  clock.ms += 4000;
  expect(shares.full(['key'])).toBeNull();
  const others = Array.from({ length: 7 }, enter);
  expect(shares.full(['key'])).toEqual({ name: 'key', held: 8, slowSince: null });
  clock.ms += 5001;
  expect(shares.blocked()).toEqual([{ name: 'key', held: 8, slowSince: 7000 }]);
  for (const delivery of [hung, ...others]) delivery.end('otherwise');
});

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
  /** As many deliveries as `domain` is given. */
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
  ])('of %i, a new receiver gets %i, and one that answers quickly %i', (slots, few, many) => {
    const { answer, fill } = start(slots);
    expect(fill('new.example')).toHaveLength(few);
    answer('quick.example', 100);
    expect(fill('quick.example')).toHaveLength(many);
  });

  test('a receiver that stops answering is slow after five seconds, and gives back what was not sent', () => {
    const { clock, shares, answer, fill } = start();
    answer('hung.example', 100);
    const deliveries = fill('hung.example');
    clock.ms += 5000;
    expect(shares.blocked()).toEqual([]);
    clock.ms += 1;
    expect(shares.blocked()).toEqual([{ name: 'hung.example', held: 8, slowSince: 100 }]);
    shares.reclaimOverdue();
    // The oldest two are the nearest to an answer.
    expect(deliveries.map(({ isReclaimed }) => isReclaimed)).toEqual([false, false, true, true, true, true, true, true]);
    expect(shares.full(['other.example'])).toBeNull();
  });

  test('what may have been sent is never broken off', () => {
    const { clock, shares, answer, fill } = start();
    answer('hung.example', 100);
    const deliveries = fill('hung.example', false);
    clock.ms += 6000;
    shares.reclaimOverdue();
    expect(deliveries.some(({ isReclaimed }) => isReclaimed)).toBe(false);
  });

  test('a quick answer ends the slowness, and so does a minute without mail', () => {
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

  test('where the relay takes long with everyone, nobody is slow', () => {
    const { clock, shares, answer, enter } = start();
    for (let n = 0; n < 20; n += 1) answer(`${String(n)}.example`, 4000);
    enter(['a.example']);
    enter(['a.example']);
    clock.ms += 10_000;
    expect(shares.blocked()).toEqual([]);
    clock.ms += 20_001;
    expect(shares.blocked()).toHaveLength(1);
  });

  test('of several receivers of one message, those that answer others meanwhile are not to blame', () => {
    const { clock, shares, enter, answer } = start();
    for (let n = 0; n < 2; n += 1) enter(['hung.example', 'well.example']);
    clock.ms += 1000;
    answer('well.example', 100);
    clock.ms += 5000;
    expect(shares.blocked().map(({ name }) => name)).toEqual(['hung.example']);
  });
});

test('of senders, one whose other mail is answered in the meantime is not slow', () => {
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

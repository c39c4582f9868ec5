import { describe, expect, test } from '@jest/globals';
import type { CircuitEvidence } from './circuit-evidence.ts';
import { RelayCircuits } from './relay-circuits.ts';

const fault = { reason: 'timeout', message: 'Timeout', at: 0 } as const;
const CERTAIN: CircuitEvidence = { kind: 'certain', fault };
const HEALTH: CircuitEvidence = { kind: 'health' };
const likely = (receivers: string): CircuitEvidence => ({ kind: 'likely', fault, receivers });

function start() {
  const clock = { ms: 0 };
  const circuits = new RelayCircuits(() => clock.ms);
  /** Consecutive deliveries of a sender that end with this evidence. */
  const deliver = (sender: string, ...all: readonly CircuitEvidence[]): void => {
    for (const evidence of all) circuits.end(evidence, circuits.begin(sender));
  };
  const isOpen = (sender: string): boolean => circuits.blocking(sender) !== null;
  return { clock, circuits, deliver, isOpen };
}

const receivers = (count: number): CircuitEvidence[] => Array.from({ length: count }, (_, n) => likely(`${String(n)}.example`));

describe('the circuits of a relay', () => {
  test('a failure before MAIL blocks the relay for every sender', () => {
    const { deliver, circuits } = start();
    deliver('a', CERTAIN);
    expect(circuits.blocking('b')).toMatchObject({ ofAll: true });
  });

  test('an unresponsive receiver blocks the relay for no sender', () => {
    const { deliver, isOpen } = start();
    for (let n = 0; n < 30; n += 1) deliver('a', likely('hung.example'));
    expect([isOpen('a'), isOpen('b')]).toEqual([false, false]);
  });

  test('failures of all mail of one sender block the relay for that sender only', () => {
    const { deliver, circuits, isOpen } = start();
    deliver('poison', ...receivers(30));
    expect(circuits.blocking('poison')).toMatchObject({ ofAll: false, fault });
    expect(isOpen('b')).toBe(false);
    deliver('b', ...receivers(2));
    expect(isOpen('b')).toBe(false);
  });

  test('failures of less than half of the mail of a sender block the relay for no sender', () => {
    const { deliver, isOpen } = start();
    for (let n = 0; n < 20; n += 1) deliver('a', likely(`${String(n)}.example`), HEALTH, HEALTH);
    expect(isOpen('a')).toBe(false);
  });

  test('failures of several senders with several receivers block the relay for all', () => {
    const { deliver, circuits } = start();
    deliver('a', ...receivers(3));
    deliver('b', ...receivers(2));
    expect(circuits.blockingAll()).toBeNull();
    deliver('b', likely('third.example'));
    expect(circuits.blocking('c')).toMatchObject({ ofAll: true });
  });

  test('failures of many senders with one receiver each block the relay for all', () => {
    const { deliver, circuits } = start();
    for (const sender of ['a', 'b', 'c']) deliver(sender, likely(`${sender}.example`));
    expect(circuits.blockingAll()).toBeNull();
    deliver('d', likely('d.example'));
    expect(circuits.blockingAll()).not.toBeNull();
  });

  test('senders without failures outweigh others, regardless of the number of failures', () => {
    const { deliver, circuits } = start();
    for (const sender of ['well', 'also well', 'well too']) deliver(sender, HEALTH);
    for (let n = 0; n < 10; n += 1) for (const sender of ['poison', 'accomplice']) deliver(sender, ...receivers(4));
    expect(circuits.blockingAll()).toBeNull();
  });

  test('a blocked sender gets a probe, is blocked for longer when it fails, and is unblocked by an answer', () => {
    const { clock, deliver, circuits, isOpen } = start();
    deliver('a', ...receivers(3));
    expect(circuits.blocking('a')).toMatchObject({ probeInMs: 1000 });
    clock.ms += 1000;
    expect(isOpen('a')).toBe(false);
    deliver('a', likely('fourth.example'));
    expect(circuits.blocking('a')).toMatchObject({ probeInMs: 2000 });
    deliver('b', HEALTH);
    expect(isOpen('a')).toBe(true);
    clock.ms += 2000;
    deliver('a', HEALTH);
    expect(isOpen('a')).toBe(false);
  });

  test('failures of deliveries that were running when a sender was blocked do not extend the block', () => {
    const { clock, circuits, deliver } = start();
    const late = circuits.begin('a');
    deliver('a', ...receivers(3));
    clock.ms += 500;
    circuits.end(likely('late.example'), late);
    expect(circuits.blocking('a')).toMatchObject({ probeInMs: 500 });
  });

  test('old failures are forgotten', () => {
    const { clock, deliver, isOpen } = start();
    deliver('a', ...receivers(2));
    clock.ms += 60_001;
    deliver('a', likely('third.example'));
    expect(isOpen('a')).toBe(false);
  });

  test('a probe delayed by one receiver is no evidence against the relay', () => {
    const { clock, circuits, deliver } = start();
    deliver('a', CERTAIN);
    clock.ms += 1000;
    const hung = circuits.begin('a');
    clock.ms += 5000;
    expect(circuits.blockingAll()).toBeNull();
    const next = circuits.begin('a');
    circuits.end(likely('hung.example'), hung);
    // The next probe still runs alone.
    expect(circuits.blockingAll()).toMatchObject({ probeInMs: 0 });
    circuits.end(HEALTH, next);
    expect(circuits.blockingAll()).toBeNull();
  });
});

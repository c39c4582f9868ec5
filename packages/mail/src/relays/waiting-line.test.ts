import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { RelayGate } from './relay-gate.ts';
import { WaitingLine } from './waiting-line.ts';

const SLOTS = 5;

/** A line before one relay, by a clock that stands still until `pass` moves it. */
function open() {
  let ms = 0;
  const now = () => ms;
  const gate = new RelayGate({ name: 'relay', pool: { maxConnections: SLOTS }, rate: null }, 100, now);
  const place = { gate };
  const line = new WaitingLine([place], now);
  const ask = async (domain: string, asked = new Map<typeof place, unknown>()) => {
    let passage: ReturnType<RelayGate['enter']> | undefined;
    const enter = () => {
      passage = gate.enter(
        { sender: 'a', domains: [domain] },
        () => undefined,
        () => true,
      );
      passage.begun();
    };
    const { kind } = await line.ask({ sender: 'a', domains: [domain], asked, signal: undefined, enter });
    return { kind, passage };
  };
  return { ask, line, place, pass: (by: number) => (ms += by) };
}

/** Has every connection in use, each by another receiver. */
const fill = ({ ask }: ReturnType<typeof open>) =>
  Promise.all(Array.from({ length: SLOTS }, (_, n) => ask(`${String(n)}.example`)));

// The line looks again at intervals, for which nobody here waits.
beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('those who wait get connections in the order in which they came', async () => {
  const relay = open();
  const [first, second] = await fill(relay);
  const done: string[] = [];
  const waiting = ['a.example', 'b.example', 'c.example'].map((domain) => relay.ask(domain).then(() => done.push(domain)));
  expect(relay.line.length).toBe(3);
  for (const each of [first, second]) {
    each?.passage?.end({ kind: 'health' });
    each?.passage?.free();
    relay.line.move();
  }
  await Promise.all(waiting.slice(0, 2));
  expect(done).toEqual(['a.example', 'b.example']);
  expect(relay.line.length).toBe(1);
});

test('while every connection is in use, who has asked every relay is told at once that there is none', async () => {
  const relay = open();
  await fill(relay);
  void relay.ask('a.example');
  expect(await relay.ask('b.example', new Map([[relay.place, null]]))).toMatchObject({ kind: 'none' });
  expect(relay.line.length).toBe(1);
});

test('while every connection is in use, mail to a receiver that hangs does not wait', async () => {
  const relay = open();
  await fill(relay);
  relay.pass(6000);
  expect(await relay.ask('0.example')).toMatchObject({ kind: 'none' });
  void relay.ask('a.example');
  expect(relay.line.length).toBe(1);
});

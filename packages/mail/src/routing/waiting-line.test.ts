import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { RelayGate } from './relay-gate.ts';
import { WaitingLine } from './waiting-line.ts';

const SLOTS = 5;

/** A line before one relay, by a clock that stands still until `pass` moves it. */
function open() {
  let ms = 0;
  const now = () => ms;
  const gate = new RelayGate({ name: 'relay', capacity: SLOTS, rate: null }, 100, now);
  const relay = { gate };
  const line = new WaitingLine([relay], now);
  const ask = async (domain: string, attempted = new Map<typeof relay, unknown>()) => {
    let entry: ReturnType<RelayGate['enter']> | undefined;
    const enter = () => {
      entry = gate.enter({ sender: 'a', domains: [domain] }, { reclaim: () => undefined, mayReclaim: () => true });
      entry.started();
    };
    const { kind } = await line.acquire({ sender: 'a', domains: [domain], attempted, signal: undefined, enter });
    return { kind, entry };
  };
  return { ask, line, relay, pass: (by: number) => (ms += by) };
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

test('waiting deliveries get connections in the order in which they came', async () => {
  const opened = open();
  const [first, second] = await fill(opened);
  const done: string[] = [];
  const waiting = ['a.example', 'b.example', 'c.example'].map((domain) => opened.ask(domain).then(() => done.push(domain)));
  expect(opened.line.length).toBe(3);
  for (const each of [first, second]) {
    each?.entry?.end({ kind: 'health' });
    each?.entry?.free();
    opened.line.advance();
  }
  await Promise.all(waiting.slice(0, 2));
  expect(done).toEqual(['a.example', 'b.example']);
  expect(opened.line.length).toBe(1);
});

test('while every connection is in use, a delivery that has attempted every relay gets none at once', async () => {
  const opened = open();
  await fill(opened);
  void opened.ask('a.example');
  expect(await opened.ask('b.example', new Map([[opened.relay, null]]))).toMatchObject({ kind: 'none' });
  expect(opened.line.length).toBe(1);
});

test('while every connection is in use, mail to a receiver that hangs does not wait', async () => {
  const opened = open();
  await fill(opened);
  opened.pass(6000);
  expect(await opened.ask('0.example')).toMatchObject({ kind: 'none' });
  void opened.ask('a.example');
  expect(opened.line.length).toBe(1);
});

import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { RelayGate } from './relay-gate.ts';
import { WaitingLine } from './waiting-line.ts';

const SLOTS = 5;

/** A line for one relay, with a clock that only `pass` advances. */
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

/** Uses all connections, each for a different receiver. */
const fill = ({ ask }: ReturnType<typeof open>) =>
  Promise.all(Array.from({ length: SLOTS }, (_, n) => ask(`${String(n)}.example`)));

// The line rechecks at intervals, which these tests do not wait for.
beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('waiting deliveries get connections in order of arrival', async () => {
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

test('a delivery that has attempted every relay is refused at once while all connections are in use', async () => {
  const opened = open();
  await fill(opened);
  void opened.ask('a.example');
  expect(await opened.ask('b.example', new Map([[opened.relay, null]]))).toMatchObject({ kind: 'none' });
  expect(opened.line.length).toBe(1);
});

test('mail to an unresponsive receiver is refused at once while all connections are in use', async () => {
  const opened = open();
  await fill(opened);
  opened.pass(6000);
  expect(await opened.ask('0.example')).toMatchObject({ kind: 'none' });
  void opened.ask('a.example');
  expect(opened.line.length).toBe(1);
});

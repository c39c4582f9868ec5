import { setMaxListeners } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { RelayScript } from '@sendoff/testkit/scripted-relay';
import { IMPATIENT, LARGE, message, open, relay, release } from '../../test/relay-kit.ts';

afterEach(release);

const POISON = 'poison.example';
const isPoison = (address: string): boolean => address.endsWith(POISON);
const poison = (n: number) => message(`a@${String(n)}.${POISON}`);

/** Failures that a relay shows only for certain messages or recipients. */
const AT_ONE_MESSAGE: readonly (readonly [string, RelayScript])[] = [
  ['drops the connection at RCPT', { rcpt: ({ to }) => (isPoison(to) ? 'drop' : undefined) }],
  ['drops the connection at DATA', { data: ({ to }) => (to.some(isPoison) ? 'drop' : undefined) }],
  ['drops the connection after the message', { end: ({ envelope }) => (envelope.to.some(isPoison) ? 'drop' : undefined) }],
  ['says nothing at RCPT', { rcpt: ({ to }) => (isPoison(to) ? 'hang' : undefined) }],
  ...([530, 534, 535, 538] as const).map(
    (code) =>
      [
        `answers RCPT with ${String(code)}`,
        { rcpt: ({ to }) => (isPoison(to) ? { code, message: '5.7.0 Authentication required' } : undefined) },
      ] as const satisfies readonly [string, RelayScript],
  ),
  [
    'answers RCPT with STARTTLS required',
    { rcpt: ({ to }) => (isPoison(to) ? { code: 530, message: '5.7.0 Must issue a STARTTLS command first' } : undefined) },
  ],
  [
    'answers the message with 535',
    { end: ({ envelope }) => (envelope.to.some(isPoison) ? { code: 535, message: '5.7.8 Not accepted' } : undefined) },
  ],
  ['answers RCPT with 421', { rcpt: ({ to }) => (isPoison(to) ? { code: 421, message: '4.7.0 Too many errors' } : undefined) }],
  ['answers DATA with 421', { data: ({ to }) => (to.some(isPoison) ? { code: 421, message: '4.3.2 Bye' } : undefined) }],
  [
    'answers RCPT with a rate limit',
    { rcpt: ({ to }) => (isPoison(to) ? { code: 450, message: '4.2.1 Receiving mail too quickly' } : undefined) },
  ],
  [
    'answers RCPT with an account limit',
    { rcpt: ({ to }) => (isPoison(to) ? { code: 550, message: '5.4.5 Daily user sending limit exceeded' } : undefined) },
  ],
  [
    'answers RCPT with a block of this host',
    { rcpt: ({ to }) => (isPoison(to) ? { code: 554, message: '5.7.1 Client host [192.0.2.1] blocked' } : undefined) },
  ],
  ['announces a size that it exceeds', { size: 1000 }],
];

describe('mail of one key at which the relay', () => {
  test.each(AT_ONE_MESSAGE)('%s does not block the relay for other keys', async (what, script) => {
    const poisoned = (n: number) => (script.size === undefined ? poison(n) : { ...poison(n), raw: LARGE });
    const clock = { ms: 0 };
    const only = await relay(script);
    const patience = what.startsWith('says nothing') ? IMPATIENT : {};
    const relays = open([only.url], { maxConnections: 5, now: () => clock.ms, ...patience });
    // To different receivers, each as soon as this key may probe again.
    for (let n = 0; n < 6; n += 1) {
      await relays.deliver(poisoned(n), { sender: 'poison' });
      clock.ms += 10_000;
    }
    for (let n = 0; n < 3; n += 1) await relays.deliver(poisoned(n), { sender: 'poison' });
    const report = await relays.deliver(message('a@b.example'), { sender: 'other' });
    expect(report).toMatchObject({ kind: 'answered', relay: only.url, skippedRelays: [], recipients: [{ verdict: 'sent' }] });
    expect(relays.blocked()).toEqual([]);
  });

  test('drops the connection is blocked after some messages, and probed later', async () => {
    const clock = { ms: 0 };
    const only = await relay({ data: ({ to }) => (to.some(isPoison) ? 'drop' : undefined) });
    const relays = open([only.url], { now: () => clock.ms });
    const connections: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      await relays.deliver(poison(n), { sender: 'poison' });
      connections.push(only.connections);
    }
    const gone = new AbortController();
    setMaxListeners(0, gone.signal);
    const waiting = relays.deliver(poison(4), { sender: 'poison', signal: gone.signal });
    await relays.deliver(message('a@b.example'), { sender: 'other' });
    expect(only.connections).toBe((connections.at(-1) ?? 0) + 1);
    clock.ms += 1000;
    await expect(waiting).resolves.toMatchObject({ kind: 'relay_error', reason: 'connection_lost' });
    gone.abort();
  });
});

test('authentication required at MAIL for all mail opens the circuit for every key', async () => {
  const first = await relay({ mail: { code: 530, message: '5.7.0 Authentication required' } });
  const second = await relay();
  const relays = open([first.url, second.url]);
  const deliver = (n: number, sender: string) => relays.deliver(message(`a@${String(n)}.example`), { sender });
  for (const sender of ['one', 'two']) {
    for (let n = 0; n < 3; n += 1) expect(await deliver(n, sender)).toMatchObject({ kind: 'answered', relay: second.url });
  }
  await expect(deliver(0, 'three')).resolves.toMatchObject({
    relay: second.url,
    skippedRelays: [{ relay: first.url, attempted: false, reason: 'authentication' }],
  });
});

describe('the connections of a relay', () => {
  test('are not exhausted by a key whose mail is answered slowly', async () => {
    const only = await relay();
    const relays = open([only.url], { maxConnections: 10 });
    await relays.deliver(message('a@b.example'), { sender: 'other' });
    for (let n = 0; n < 3; n += 1) await relays.deliver(poison(n), { sender: 'slow' });
    only.follow({ end: ({ envelope }) => (envelope.to.some(isPoison) ? 'hang' : undefined) });
    const gone = new AbortController();
    setMaxListeners(0, gone.signal);
    // Each to a different receiver, so that no receiver exceeds its share.
    const hung = Array.from({ length: 12 }, (_, n) => relays.deliver(poison(n), { sender: 'slow', signal: gone.signal }));
    await only.waitFor(12, 10_000);
    const others = Array.from({ length: 20 }, (_, n) =>
      relays.deliver(message(`a@${String(n)}.example`), { sender: 'other', signal: gone.signal }),
    );
    for (const report of await Promise.all(others)) expect(report).toMatchObject({ kind: 'answered' });
    gone.abort();
    const kinds = (await Promise.all(hung)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'in_doubt')).toHaveLength(8);
  });

  test('can all be used by a single key', async () => {
    const only = await relay({ end: 'hang' });
    const relays = open([only.url], { maxConnections: 5 });
    const gone = new AbortController();
    setMaxListeners(0, gone.signal);
    const hung = Array.from({ length: 5 }, (_, n) => relays.deliver(poison(n), { sender: 'sole', signal: gone.signal }));
    await only.waitFor(5, 10_000);
    gone.abort();
    await Promise.all(hung);
  });
});

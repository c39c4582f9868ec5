import { setMaxListeners } from 'node:events';
import { afterEach, expect, test } from '@jest/globals';
import { message, open, relay, release } from '../../test/relay-kit.ts';

afterEach(release);

const mailTo = (domain: string, count: number) => Array.from({ length: count }, (_, n) => message(`${String(n)}@${domain}`));
const toHung = ({ envelope }: { readonly envelope: { readonly to: readonly string[] } }) =>
  envelope.to.some((address) => address.endsWith('@hung.example'));

test.each(['rcpt', 'end'] as const)(
  'an unresponsive domain (%s) leaves connections to others, also when it used to answer',
  async (stage) => {
    const only = await relay();
    const relays = open([only.url], { maxConnections: 10 });
    for (const each of mailTo('hung.example', 3)) await relays.deliver(each);
    only.follow(
      stage === 'rcpt'
        ? { rcpt: ({ to }) => (to.endsWith('@hung.example') ? 'hang' : undefined) }
        : { end: (received) => (toHung(received) ? 'hang' : undefined) },
    );
    const given = new AbortController();
    setMaxListeners(0, given.signal);
    const hung = mailTo('hung.example', 40).map((each) => relays.deliver(each, { signal: given.signal }));
    const others = await Promise.all(mailTo('well.example', 100).map((each) => relays.deliver(each)));
    expect(others.every(({ kind }) => kind === 'answered')).toBe(true);
    given.abort();
    const reports = await Promise.all(hung);
    const kinds = reports.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'in_doubt')).toHaveLength(stage === 'end' ? 8 : 0);
    expect(kinds).not.toContain('answered');
  },
);

test('waiting and unsent deliveries to a slow domain end with slow_receiver', async () => {
  const clock = { ms: 0 };
  const only = await relay({ rcpt: ({ to }) => (to.endsWith('@hung.example') ? 'hang' : undefined) });
  const relays = open([only.url], { maxConnections: 10, now: () => clock.ms });
  const given = new AbortController();
  setMaxListeners(0, given.signal);
  const hung = mailTo('hung.example', 20).map((each) => relays.deliver(each, { signal: given.signal }));
  while (only.connections < 2) await new Promise((resolve) => setTimeout(resolve, 10));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(relays.blocked()).toEqual([]);
  clock.ms += 5001;
  expect(relays.blocked()).toMatchObject([{ domain: 'hung.example', reason: 'slow_receiver' }]);
  const waited = await Promise.all(hung.slice(2));
  for (const report of waited) expect(report).toMatchObject({ kind: 'relay_error', reason: 'slow_receiver', relay: only.url });
  expect(waited[0]?.kind === 'relay_error' && waited[0].message).toMatch(/hung\.example holds 2 of its 10 connections/);
  given.abort();
  await Promise.all(hung);
});

import { setMaxListeners } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { IMPATIENT, closedPort, message, open, relay, release } from '../../test/relay-kit.ts';

afterEach(release);

const mail = (count: number) => Array.from({ length: count }, (_, n) => message(`a@${String(n)}.example`));

/** The problem, how to start such a relay, and the expected reason. */
const OF_NO_USE: readonly (readonly [string, () => string | Promise<string>, string])[] = [
  ['nothing listens', async () => `smtp://127.0.0.1:${String(await closedPort())}`, 'connection_refused'],
  ['its name does not exist', () => 'smtp://relay.invalid:25', 'dns'],
  ['it does not greet', async () => (await relay({ connect: 'hang' })).url, 'timeout'],
  ['it shuts down', async () => (await relay({ connect: { code: 421, message: '4.3.2 Bye' } })).url, 'service_closing'],
  ['its certificate is not trusted', async () => (await relay({ tls: 'implicit' })).url, 'certificate'],
  [
    'it rejects the credentials',
    async () => {
      const { port } = await relay({ credentials: { username: 'me', password: 'right' } });
      return `smtp://me:wrong@127.0.0.1:${String(port)}`;
    },
    'authentication',
  ],
];

describe('when the first of two relays is unavailable', () => {
  test.each(OF_NO_USE)('because %s, all mail is sent through the second, with the reason', async (_what, first, reason) => {
    const { url, received } = await relay();
    const relays = open([await first(), url], reason === 'timeout' ? IMPATIENT : {});
    const reports = await Promise.all(mail(10).map((each) => relays.deliver(each)));
    for (const report of reports) {
      expect(report).toMatchObject({ kind: 'answered', relay: url, recipients: [{ verdict: 'sent' }] });
      const [passed] = report.skippedRelays;
      // While an unresponsive relay is attempted, other deliveries wait for it at most a second.
      const isImpatient = reason === 'timeout' && passed?.attempted === false && passed.reason === 'busy';
      if (!isImpatient) expect(report.skippedRelays).toMatchObject([{ reason }]);
      expect(JSON.stringify(report)).not.toContain('wrong');
    }
    expect(received).toHaveLength(10);
    // Only two deliveries attempted it; the others did not wait to fail too.
    expect(reports.filter(({ skippedRelays: [first] }) => first?.attempted).length).toBeLessThanOrEqual(2);
    const notAsked = reports.find(({ skippedRelays: [first] }) => first?.attempted === false)?.skippedRelays[0];
    expect(notAsked?.message).toMatch(/^not attempted, because (it failed \d+ s ago \(|all of its 2 connections were in use)/);
  });

  test('because our account is over its sending limit, all mail is sent through the second', async () => {
    const first = await relay({ end: { code: 550, message: '5.4.5 Daily user sending limit exceeded' } });
    const second = await relay();
    const relays = open([first.url, second.url]);
    const reports = await Promise.all(mail(10).map((each) => relays.deliver(each)));
    for (const report of reports) {
      expect(report).toMatchObject({ kind: 'answered', relay: second.url, recipients: [{ verdict: 'sent' }] });
      expect(report.skippedRelays).toMatchObject([{ reason: 'rate_limited' }]);
    }
    expect(second.received).toHaveLength(10);
  });

  test('for one unverified sender, it stays the first choice for others', async () => {
    const first = await relay({ end: { code: 554, message: 'Message rejected: Email address is not verified.' } });
    const second = await relay();
    const relays = open([first.url, second.url]);
    for (const each of mail(10)) expect(await relays.deliver(each)).toMatchObject({ relay: second.url });
    first.follow({});
    expect(await relays.deliver(message('a@b.example'))).toMatchObject({ relay: first.url, skippedRelays: [] });
  });

  test('it is skipped, then probed with one message at a time, and used again when it recovers', async () => {
    const clock = { ms: 0 };
    const first = await relay({ connect: { code: 421, message: '4.3.2 Bye' } });
    const second = await relay();
    const relays = open([first.url, second.url], { now: () => clock.ms });
    await relays.deliver(message('a@b.example'));
    expect(first.connections).toBe(1);
    await relays.deliver(message('a@b.example'));
    expect(first.connections).toBe(1);

    clock.ms += 1000;
    await Promise.all(mail(10).map((each) => relays.deliver(each)));
    expect(first.connections).toBe(2);
    expect(second.received).toHaveLength(12);

    first.follow({});
    clock.ms += 2000;
    await expect(relays.deliver(message('a@b.example'))).resolves.toMatchObject({ relay: first.url, skippedRelays: [] });
    await expect(relays.deliver(message('a@b.example'))).resolves.toMatchObject({ relay: first.url, skippedRelays: [] });
    expect(second.received).toHaveLength(12);
  });

  test('a rejected message does not cause a failover', async () => {
    const first = await relay({ rcpt: { code: 550, message: '5.1.1 No such user' } });
    const second = await relay();
    const relays = open([first.url, second.url]);
    for (const each of mail(5))
      await expect(relays.deliver(each)).resolves.toMatchObject({ relay: first.url, skippedRelays: [] });
    expect(second.connections).toBe(0);
  });

  test('messages do not wait for a relay that stops responding during a message', async () => {
    const first = await relay({ mail: 'hang' });
    const second = await relay();
    const relays = open([first.url, second.url]);
    const given = new AbortController();
    setMaxListeners(0, given.signal);
    const deliveries = mail(20).map((each) => relays.deliver(each, { signal: given.signal }));
    // All but the two unanswered ones, although no circuit is open yet.
    await second.waitFor(18, 10_000);
    given.abort();
    const reports = await Promise.all(deliveries);
    expect(reports.filter(({ relay }) => relay === second.url)).toHaveLength(18);
    expect(reports.filter(({ kind }) => kind === 'relay_error')).toMatchObject([
      { relay: first.url, reason: 'interrupted' },
      { relay: first.url, reason: 'interrupted' },
    ]);
  });
});

describe('when no relay is available', () => {
  test('the outcome has the reason of each relay, and nothing is sent', async () => {
    const clock = { ms: 0 };
    const one = `smtp://127.0.0.1:${String(await closedPort())}`;
    const two = await relay({ connect: { code: 421, message: '4.3.2 Bye' } });
    const relays = open([one, two.url], { now: () => clock.ms });
    for (let n = 0; n < 5; n += 1) {
      const report = await relays.deliver(message('a@b.example'));
      expect(report).toMatchObject({
        kind: 'relay_error',
        relay: two.url,
        reason: 'service_closing',
        skippedRelays: [{ relay: one, reason: 'connection_refused' }],
      });
      clock.ms += 1000 * 2 ** n;
    }
    const connections = two.connections;
    await expect(relays.deliver(message('a@b.example'))).resolves.toMatchObject({ kind: 'relay_error' });
    expect(two.connections).toBe(connections + 1);
    await expect(relays.deliver(message('a@b.example'))).resolves.toMatchObject({
      kind: 'relay_error',
      relay: one,
      reason: 'connection_refused',
      remoteAddress: null,
      skippedRelays: [{ relay: two.url, attempted: false, reason: 'service_closing' }],
    });
    expect(two.connections).toBe(connections + 1);
  });

  test('deliveries wait during a short restart of the only relay', async () => {
    const only = await relay({ connect: { code: 421, message: '4.3.2 Bye' } });
    const relays = open([only.url]);
    await relays.deliver(message('a@b.example'));
    only.follow({});
    await expect(relays.deliver(message('a@b.example'))).resolves.toMatchObject({ kind: 'answered', skippedRelays: [] });
  });

  test('a delivery that waits for a connection can be aborted', async () => {
    const only = await relay({ mail: 'hang' });
    const relays = open([only.url], { maxConnections: 1 });
    const given = new AbortController();
    const deliveries = mail(2).map((each) => relays.deliver(each, { signal: given.signal }));
    while (only.connections === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    given.abort();
    const reports = await Promise.all(deliveries);
    expect(reports.map(({ kind, skippedRelays }) => [kind, skippedRelays])).toEqual([
      ['relay_error', []],
      ['relay_error', []],
    ]);
    expect(only.connections).toBe(1);
  });
});

describe('the limits of a relay', () => {
  test('apply to connections', async () => {
    let open_ = 0;
    let most = 0;
    const { url, received } = await relay({
      end: async () => {
        most = Math.max(most, (open_ += 1));
        await new Promise((resolve) => setTimeout(resolve, 20));
        open_ -= 1;
        return undefined;
      },
    });
    const relays = open([`${url}?maxConnections=3`], { maxConnections: 20 });
    await Promise.all(mail(30).map((each) => relays.deliver(each)));
    expect(received).toHaveLength(30);
    expect(most).toBe(3);
  });

  test.each([
    ['at RCPT', { rcpt: { code: 550, message: '5.1.1 No such user' } }],
    ['after the final dot', { end: { code: 554, message: '5.7.1 Not from you' } }],
  ] as const)('include a connection that is being reset after a rejection %s', async (_, refuses) => {
    const first = await relay({ ...refuses, rset: 'hang' });
    const second = await relay();
    const relays = open([`${first.url}?maxConnections=1`, second.url]);
    await expect(relays.deliver(message('a@b.example'))).resolves.toMatchObject({ relay: first.url, kind: 'answered' });
    await expect(relays.deliver(message('a@b.example'))).resolves.toMatchObject({
      relay: second.url,
      skippedRelays: [{ relay: first.url, attempted: false, reason: 'busy' }],
    });
  });

  test('allow the next message once the connection has been reset', async () => {
    const only = await relay({
      rcpt: ({ to }) => (to.startsWith('nobody') ? { code: 550, message: '5.1.1 No such user' } : undefined),
      rset: () => new Promise((resolve) => setTimeout(resolve, 100, undefined)),
    });
    const relays = open([`${only.url}?maxConnections=1`]);
    const reports = await Promise.all([message('nobody@b.example'), message('a@b.example')].map((each) => relays.deliver(each)));
    expect(reports).toMatchObject([{ recipients: [{ verdict: 'bounced' }] }, { recipients: [{ verdict: 'sent' }] }]);
    expect(only.connections).toBe(1);
  });

  test('apply to the rate, and the next relay gets the messages that would have to wait', async () => {
    const first = await relay();
    const second = await relay();
    const relays = open([`${first.url}?rate=20/s`], { maxConnections: 10 });
    await Promise.all(mail(40).map((each) => relays.deliver(each)));
    const times = first.received.map(({ at }) => at);
    const inWindow = times.map((from) => times.filter((at) => at >= from && at < from + 1000).length);
    // 20 and a burst of two; allows for small differences in timing.
    expect(Math.max(...inWindow)).toBeLessThanOrEqual(26);

    const both = open([`${first.url}?rate=1/m`, second.url]);
    const reports = await Promise.all(mail(5).map((each) => both.deliver(each)));
    expect(reports.map(({ relay }) => relay)).toEqual([first.url, ...Array.from({ length: 4 }, () => second.url)]);
    expect(reports[1]?.skippedRelays).toMatchObject([{ relay: first.url, attempted: false, reason: 'at_rate_limit' }]);
  });

  test('do not make deliveries wait for a distant turn of the rate limit', async () => {
    const { url, received } = await relay();
    const relays = open([`${url}?rate=1/h`]);
    await relays.deliver(message('a@b.example'));
    await expect(relays.deliver(message('a@b.example'))).resolves.toMatchObject({
      kind: 'relay_error',
      reason: 'at_rate_limit',
      relay: url,
    });
    expect(relays.blocked()).toMatchObject([{ domain: null, reason: 'at_rate_limit', intervalMs: 3_600_000 }]);
    expect(received).toHaveLength(1);
  });
});

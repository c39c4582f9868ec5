import { afterEach, describe, expect, test } from '@jest/globals';
import type { RelayScript, StrayReply } from '@sendoff/testkit/scripted-relay';
import { FROM, message, open, RAW, relay, release } from '../../../test/relay-kit.ts';

afterEach(release);

const SECOND_GREETING = { connect: { stray: '220 relay.example ESMTP, once more' } } as const;
const [ANN, BOB] = ['ann@example.com', 'bob@example.com'];
/** Rejects Bob, so that a reply assigned to the wrong command is noticed. */
const BOB_UNKNOWN: RelayScript['rcpt'] = ({ to }) => (to === BOB ? { code: 550, message: '5.1.1 User unknown' } : undefined);
const WITHOUT = [{ without: [] }, { without: ['PIPELINING'] }] as const;

describe.each(WITHOUT)('a relay that greets twice (%j)', (without) => {
  test('still gets each recipient its own reply', async () => {
    const server = await relay({ ...SECOND_GREETING, ...without, rcpt: BOB_UNKNOWN });
    const relays = open([server.url], { maxConnections: 1 });
    for (let n = 1; n <= 3; n += 1) {
      const report = await relays.deliver(message(BOB, ANN));
      expect(report).toMatchObject({ kind: 'answered', phase: 'final_reply' });
      expect(report.recipients).toMatchObject([
        { address: BOB, verdict: 'bounced', reply: { code: 550 } },
        { address: ANN, verdict: 'sent', reply: { code: 250 } },
      ]);
      expect(server.received).toHaveLength(n);
    }
    expect(server.received[2]).toMatchObject({ envelope: { from: FROM, to: [ANN] } });
    expect(server.received[2]?.raw.equals(RAW)).toBe(true);
  });

  test('still encrypts and authenticates', async () => {
    const credentials = { username: 'me', password: 'right' };
    const server = await relay({ ...SECOND_GREETING, ...without, tls: 'starttls', credentials });
    const url = `smtp://me:right@127.0.0.1:${String(server.port)}?requireTLS=true&tls.rejectUnauthorized=false`;
    const report = await open([url]).deliver(message(ANN));
    expect(report).toMatchObject({ kind: 'answered', recipients: [{ verdict: 'sent' }], tlsVersion: expect.any(String) });
  });
});

describe.each(WITHOUT)('an unsolicited reply (%j)', (without) => {
  const stray: StrayReply = { stray: '250 2.0.0 Ok' };

  test.each([
    ['EHLO', { ehlo: stray }],
    ['MAIL', { mail: stray }],
    ['RCPT', { rcpt: stray }],
    ['DATA', { data: stray }],
    ['EHLO, of another kind', { ehlo: { stray: '354 Go ahead' } }],
    ['MAIL, of another kind', { mail: { stray: '220 relay.example ESMTP' } }],
    ['RCPT, of another kind', { rcpt: { stray: '235 2.7.0 Welcome' } }],
  ] as const)('before the reply to %s closes the connection, and nothing is in doubt', async (_stage, script) => {
    const server = await relay({ ...script, ...without });
    const relays = open([server.url], { maxConnections: 1 });
    const report = await relays.deliver(message(ANN, BOB));
    expect(report).toMatchObject({ kind: 'relay_error', reason: 'protocol', recipients: [] });
    expect(server.received).toHaveLength(0);
    server.follow({});
    await expect(open([server.url]).deliver(message(ANN))).resolves.toMatchObject({ recipients: [{ verdict: 'sent' }] });
  });

  test('before the reply to the message does not affect the replies to the next message', async () => {
    const server = await relay({ end: stray, ...without });
    const relays = open([server.url], { maxConnections: 1 });
    await expect(relays.deliver(message(ANN))).resolves.toMatchObject({ recipients: [{ verdict: 'sent' }] });
    server.follow({ rcpt: BOB_UNKNOWN });
    const report = await relays.deliver(message(BOB, ANN));
    expect(report.recipients).toMatchObject([
      { address: BOB, verdict: 'bounced' },
      { address: ANN, verdict: 'sent' },
    ]);
    expect(server.received.map(({ envelope }) => envelope.to)).toEqual([[ANN], [ANN]]);
  });

  test('before the reply to RSET does not affect the replies to the next message', async () => {
    const server = await relay({ rcpt: BOB_UNKNOWN, rset: stray, ...without });
    const relays = open([server.url], { maxConnections: 1 });
    for (let n = 1; n <= 3; n += 1) {
      await expect(relays.deliver(message(BOB))).resolves.toMatchObject({ recipients: [{ verdict: 'bounced' }] });
      const report = await relays.deliver(message(BOB, ANN));
      expect(report.recipients).toMatchObject([
        { address: BOB, verdict: 'bounced' },
        { address: ANN, verdict: 'sent' },
      ]);
    }
    expect(server.received).toHaveLength(3);
  });
});

test('an unexpected reply to the message leaves only this message in doubt', async () => {
  const server = await relay({ end: { stray: '354 Go ahead' } });
  const relays = open([server.url], { maxConnections: 1 });
  await expect(relays.deliver(message(ANN))).resolves.toMatchObject({ kind: 'in_doubt', inDoubt: [ANN], reason: 'protocol' });
  server.follow({ rcpt: BOB_UNKNOWN });
  const report = await relays.deliver(message(BOB, ANN));
  expect(report.recipients).toMatchObject([
    { address: BOB, verdict: 'bounced' },
    { address: ANN, verdict: 'sent' },
  ]);
});

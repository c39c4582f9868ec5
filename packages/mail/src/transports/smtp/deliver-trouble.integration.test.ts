import { afterEach, describe, expect, test } from '@jest/globals';
import { IMPATIENT, LARGE, closedPort, message, open, relay, release } from '../../../test/relay-kit.ts';

afterEach(release);

describe('when no content was sent', () => {
  test('a refused connection is a relay error', async () => {
    const port = await closedPort();
    const report = await open([`smtp://user:secret@127.0.0.1:${String(port)}`]).deliver(message('a@b.example'));
    expect(report).toMatchObject({
      kind: 'relay_error',
      relay: `smtp://127.0.0.1:${String(port)}`,
      phase: 'connect',
      reason: 'connection_refused',
      reply: null,
      remoteAddress: null,
    });
    expect(JSON.stringify(report)).not.toContain('secret');
  });

  test('a host that does not exist is a relay error', async () => {
    const report = await open(['smtp://relay.invalid:25']).deliver(message('a@b.example'));
    expect(report).toMatchObject({ kind: 'relay_error', reason: 'dns' });
  });

  test('421 instead of a greeting is a relay error', async () => {
    const { url } = await relay({ connect: { code: 421, message: '4.3.2 Shutting down' } });
    const report = await open([url]).deliver(message('a@b.example'));
    expect(report).toMatchObject({ kind: 'relay_error', phase: 'connect', reason: 'service_closing', reply: { code: 421 } });
  });

  test('rejected credentials are a relay error', async () => {
    const { port } = await relay({ credentials: { username: 'me', password: 'right' } });
    const report = await open([`smtp://me:wrong@127.0.0.1:${String(port)}`]).deliver(message('a@b.example'));
    expect(report).toMatchObject({
      kind: 'relay_error',
      phase: 'authenticate',
      reason: 'authentication',
      reply: { code: 535 },
    });
  });

  test('authentication required at MAIL FROM is a relay error', async () => {
    const { url } = await relay({ credentials: { username: 'me', password: 'right' } });
    const report = await open([url]).deliver(message('a@b.example'));
    expect(report).toMatchObject({ kind: 'relay_error', phase: 'mail', reason: 'authentication', reply: { code: 530 } });
  });

  test('relaying denied for every recipient is a relay error', async () => {
    const { url } = await relay({ rcpt: { code: 554, message: '5.7.1 <a@b.example>: Relay access denied' } });
    const report = await open([url]).deliver(message('a@b.example', 'c@d.example'));
    expect(report).toMatchObject({ kind: 'relay_error', phase: 'recipient', reason: 'relay_denied', recipients: [] });
  });

  test.each([
    ['our name in EHLO', 'rcpt', 504, '5.5.2 <mail>: Helo command rejected: need fully-qualified hostname', 'helo_refused'],
    ['our address', 'rcpt', 554, '5.7.1 <unknown[192.0.2.1]>: Client host rejected: Access denied', 'blocked'],
    ['the volume of our account', 'mail', 550, '5.4.5 Daily user sending limit exceeded', 'rate_limited'],
    ['the volume of our account', 'end', 550, '5.4.5 Daily user sending limit exceeded', 'rate_limited'],
    ['the sender', 'end', 554, 'Message rejected: Email address is not verified.', 'sender_refused'],
  ] as const)('a rejection because of %s, in reply to %s, is a relay error', async (_what, stage, code, text, reason) => {
    const { url } = await relay({ [stage]: { code, message: text } });
    const report = await open([url]).deliver(message('a@b.example', 'c@d.example'));
    expect(report).toMatchObject({ kind: 'relay_error', reason, recipients: [], reply: { code } });
  });

  test.each(['starttls', 'implicit'] as const)('an untrusted certificate is a relay error (%s)', async (tls) => {
    const { url } = await relay({ tls });
    const report = await open([url]).deliver(message('a@b.example'));
    expect(report).toMatchObject({ kind: 'relay_error', reason: 'certificate' });
  });

  test.each(['connect', 'mail', 'rcpt', 'data'] as const)('a timeout at %s is a relay error', async (stage) => {
    const { url } = await relay({ [stage]: 'hang' });
    const report = await open([url], IMPATIENT).deliver(message('a@b.example'));
    const phase = { connect: 'connect', mail: 'mail', rcpt: 'mail', data: 'data' }[stage];
    expect(report).toMatchObject({ kind: 'relay_error', reason: 'timeout', reply: null });
    // With PIPELINING the server may hold back the reply to MAIL FROM until RCPT TO is decided.
    expect([phase, 'recipient']).toContain(report.phase);
  });

  test.each(['connect', 'mail', 'rcpt', 'data'] as const)('a connection dropped at %s is a relay error', async (stage) => {
    const { url } = await relay({ [stage]: 'drop' });
    const report = await open([url]).deliver(message('a@b.example'));
    expect(report).toMatchObject({ kind: 'relay_error', reason: 'connection_lost', reply: null });
  });

  test.each(['drop', 'hang'] as const)('a message interrupted before its final dot is a relay error (%s)', async (content) => {
    const { url } = await relay({ content });
    const report = await open([url], content === 'hang' ? IMPATIENT : {}).deliver({ ...message('a@b.example'), raw: LARGE });
    expect(report).toMatchObject({ kind: 'relay_error', phase: 'content' });
  });
});

describe('when the final dot may have been sent', () => {
  test.each([
    ['a dropped connection', 'drop', 'connection_lost'],
    ['a timeout', 'hang', 'timeout'],
  ] as const)('%s leaves the message in doubt', async (_what, end, reason) => {
    const { url, received } = await relay({ end });
    const report = await open([url], end === 'hang' ? IMPATIENT : {}).deliver(message('a@b.example'));
    expect(report).toMatchObject({ kind: 'in_doubt', phase: 'final_reply', reason, inDoubt: ['a@b.example'], recipients: [] });
    expect(received).toHaveLength(1);
  });

  test('recipients rejected before are not in doubt', async () => {
    const { url } = await relay({
      rcpt: ({ to }) => (to === 'gone@b.example' ? { code: 550, message: '5.1.1 User unknown' } : undefined),
      end: 'drop',
    });
    const report = await open([url]).deliver(message('gone@b.example', 'here@b.example'));
    expect(report).toMatchObject({
      kind: 'in_doubt',
      recipients: [{ address: 'gone@b.example', verdict: 'bounced' }],
      inDoubt: ['here@b.example'],
    });
  });

  test('neither another relay nor another connection is attempted', async () => {
    const first = await relay();
    const second = await relay();
    const relays = open([first.url, second.url], { maxConnections: 1 });
    await relays.deliver(message('a@b.example'));
    first.follow({ end: 'drop' });
    await expect(relays.deliver(message('a@b.example'))).resolves.toMatchObject({ kind: 'in_doubt', relay: first.url });
    expect(first.received).toHaveLength(2);
    expect(second.received).toHaveLength(0);
  });

  test('an aborted delivery is in doubt too', async () => {
    const { url, waitFor } = await relay({ end: 'hang' });
    const giveUp = new AbortController();
    const delivery = open([url]).deliver(message('a@b.example'), { signal: giveUp.signal });
    await waitFor(1, 5000);
    giveUp.abort();
    await expect(delivery).resolves.toMatchObject({ kind: 'in_doubt', reason: 'interrupted' });
  });
});

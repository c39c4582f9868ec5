import { afterEach, describe, expect, test } from '@jest/globals';
import { FROM, message, open, RAW, relay, release } from '../../../test/relay-kit.ts';

afterEach(release);

describe('when the relay answers', () => {
  test('an accepted message is sent unchanged', async () => {
    const { url, received } = await relay();
    const report = await open([url]).deliver(message('a@b.example', 'c@d.example'));
    expect(report).toMatchObject({
      kind: 'answered',
      relay: url,
      remoteAddress: '127.0.0.1',
      tlsVersion: null,
      phase: 'final_reply',
      skippedRelays: [],
    });
    expect(report.recipients).toMatchObject([
      { address: 'a@b.example', verdict: 'sent', reply: { code: 250 }, reason: 'accepted', suppress: false },
      { address: 'c@d.example', verdict: 'sent' },
    ]);
    expect(received).toHaveLength(1);
    expect(received[0]?.envelope).toEqual({ from: FROM, to: ['a@b.example', 'c@d.example'] });
    expect(received[0]?.raw.equals(RAW)).toBe(true);
  });

  test('450 to RCPT TO defers and 550 bounces, each with its full reply', async () => {
    const { url, received } = await relay({
      rcpt: ({ to }) =>
        to.startsWith('grey')
          ? { code: 450, message: '4.2.0 Greylisted, try again in 300 seconds' }
          : { code: 550, message: '5.1.1 The account\n5.1.1 does not exist' },
    });
    const report = await open([url]).deliver(message('grey@b.example', 'gone@b.example'));
    expect(report.kind).toBe('answered');
    expect(report.recipients).toEqual([
      {
        address: 'grey@b.example',
        verdict: 'deferred',
        reply: { code: 450, enhancedCode: '4.2.0', text: 'Greylisted, try again in 300 seconds' },
        reason: 'greylisted',
        suppress: false,
      },
      {
        address: 'gone@b.example',
        verdict: 'bounced',
        reply: { code: 550, enhancedCode: '5.1.1', text: 'The account\ndoes not exist' },
        reason: 'unknown_user',
        suppress: true,
      },
    ]);
    expect(received).toHaveLength(0);
  });

  test('a rejection that names the recipient suppresses it, one that names its forwarding address does not', async () => {
    const { url } = await relay({
      rcpt: ({ to }) => ({ code: 550, message: `5.1.1 <${to === 'b@b.example' ? 'c@c.example' : 'A@B.example'}>: User unknown` }),
    });
    const report = await open([url]).deliver(message('a@b.example', 'b@b.example'));
    expect(report.recipients).toMatchObject([
      { address: 'a@b.example', reason: 'unknown_user', suppress: true },
      { address: 'b@b.example', reason: 'unknown_user', suppress: false },
    ]);
  });

  test('rejected and accepted recipients get different verdicts', async () => {
    const { url, received } = await relay({
      rcpt: ({ to }) => (to === 'gone@b.example' ? { code: 550, message: '5.1.1 User unknown' } : undefined),
    });
    const report = await open([url]).deliver(message('gone@b.example', 'here@b.example'));
    expect(report.recipients).toMatchObject([{ verdict: 'bounced' }, { verdict: 'sent' }]);
    expect(received[0]?.envelope.to).toEqual(['here@b.example']);
  });

  test('a rejection after DATA applies to the accepted recipients, not to those already rejected', async () => {
    const { url, received } = await relay({
      rcpt: ({ to }) => (to === 'gone@b.example' ? { code: 550, message: '5.1.1 User unknown' } : undefined),
      end: { code: 552, message: '5.3.4 Message too big' },
    });
    const report = await open([url]).deliver(message('here@b.example', 'gone@b.example'));
    expect(report).toMatchObject({ kind: 'answered', phase: 'final_reply' });
    expect(report.recipients).toMatchObject([
      { verdict: 'bounced', reply: { code: 552 }, reason: 'message_too_large', suppress: false },
      { verdict: 'bounced', reply: { code: 550 }, reason: 'unknown_user', suppress: true },
    ]);
    expect(received).toHaveLength(0);
  });

  test.each([
    ['MAIL FROM', { mail: { code: 451, message: '4.3.0 Later' } }, 'mail', 'deferred'],
    ['DATA', { data: { code: 554, message: '5.7.1 Not like this' } }, 'data', 'bounced'],
    ['the final dot', { end: { code: 451, message: '4.3.0 Later' } }, 'final_reply', 'deferred'],
    ['RCPT TO, closing the session', { rcpt: { code: 421, message: '4.7.0 Closing' } }, 'recipient', 'deferred'],
    ['the final dot, closing the session', { end: { code: 421, message: '4.7.0 Closing' } }, 'final_reply', 'deferred'],
  ] as const)('a rejection of %s applies to every recipient', async (_stage, script, phase, verdict) => {
    const { url } = await relay(script);
    const report = await open([url]).deliver(message('a@b.example', 'c@d.example'));
    expect(report).toMatchObject({ kind: 'answered', phase });
    expect(report.recipients).toMatchObject([{ verdict }, { verdict }]);
  });

  test('a message over the announced size bounces without a reply', async () => {
    const { url } = await relay({ size: 10 });
    const report = await open([url]).deliver(message('a@b.example'));
    expect(report.recipients).toMatchObject([{ verdict: 'bounced', reply: null, reason: 'message_too_large' }]);
  });

  test('the connection carries the next message after a rejection', async () => {
    const server = await relay({ end: { code: 451, message: '4.3.0 Later' } });
    const relays = open([server.url], { maxConnections: 1 });
    await relays.deliver(message('a@b.example'));
    server.follow({});
    await expect(relays.deliver(message('a@b.example'))).resolves.toMatchObject({ recipients: [{ verdict: 'sent' }] });
    expect(server.connections).toBe(1);
  });

  test('a connection dropped while idle fails neither the message nor the relay', async () => {
    const first = await relay();
    const relays = open([first.url], { maxConnections: 1 });
    await relays.deliver(message('a@b.example'));
    first.follow({ mail: dropOnce() });
    await expect(relays.deliver(message('a@b.example'))).resolves.toMatchObject({ kind: 'answered', skippedRelays: [] });
    expect(first.received).toHaveLength(2);
  });
});

/** Drops only the first connection. */
function dropOnce(): () => 'drop' | undefined {
  let dropped = false;
  return () => {
    if (dropped) return undefined;
    dropped = true;
    return 'drop';
  };
}

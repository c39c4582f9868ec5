import { isAscii } from 'node:buffer';
import { afterEach, describe, expect, test } from '@jest/globals';
import PostalMime from 'postal-mime';
import { closedPort, FROM, message, open, relay, release } from '../../../test/relay-kit.ts';

afterEach(release);

const JOSE = 'josé@example.com';
const ANN = 'ann@example.com';
const WITHOUT_UTF8 = { without: ['SMTPUTF8'] } as const;
const WITHOUT_8BIT = { without: ['SMTPUTF8', '8BITMIME'] } as const;

const submitted = (header: string, body = 'Hello', ...to: string[]) => ({
  envelope: { from: FROM, to: to.length === 0 ? [ANN] : to },
  raw: Buffer.from(`${header}\r\n\r\n${body}\r\n`),
});

describe('SMTPUTF8', () => {
  test('is requested with MAIL only when the envelope or the header needs it', async () => {
    const server = await relay();
    const relays = open([server.url], { maxConnections: 1 });
    await relays.deliver(message(JOSE));
    await relays.deliver(submitted('Subject: Grüße'));
    await relays.deliver(message(ANN));
    await relays.deliver(message('ann@münchen.example'));
    const parameters = server.received.map(({ mailParameters }) => mailParameters);
    expect(parameters[0]).toEqual(['SMTPUTF8']);
    expect(parameters[1]).toEqual(expect.arrayContaining(['SMTPUTF8', 'BODY=8BITMIME']));
    expect(parameters[2]).toEqual([]);
    expect(parameters[3]).toEqual([]);
    expect(server.received[1]?.raw.toString()).toContain('Subject: Grüße');
    expect(server.connections).toBe(1);
  });

  test('a relay without it gets the other recipients, and the one that needs it fails with the reason', async () => {
    const server = await relay(WITHOUT_UTF8);
    const report = await open([server.url]).deliver(message(ANN, JOSE));
    expect(report).toMatchObject({ kind: 'answered', phase: 'final_reply' });
    expect(report.recipients).toEqual([
      expect.objectContaining({ address: ANN, verdict: 'sent' }),
      {
        address: JOSE,
        verdict: 'bounced',
        reply: null,
        reason: 'smtputf8_needed',
        suppress: false,
        explanation: expect.stringMatching(/SMTPUTF8 \(RFC 6531\), which the relay does not offer/),
      },
    ]);
    expect(server.received.map(({ envelope: { to }, mailParameters }) => [to, mailParameters])).toEqual([[[ANN], []]]);
  });

  test('nothing is sent when no other recipient is left, and the connection carries the next message', async () => {
    const server = await relay(WITHOUT_UTF8);
    const relays = open([server.url], { maxConnections: 1 });
    await expect(relays.deliver(message(JOSE))).resolves.toMatchObject({
      kind: 'answered',
      phase: 'mail',
      recipients: [{ address: JOSE, verdict: 'bounced', reply: null, reason: 'smtputf8_needed' }],
    });
    await expect(relays.deliver(message(ANN))).resolves.toMatchObject({ recipients: [{ verdict: 'sent' }] });
    expect(server.connections).toBe(1);
  });

  test('a rejected recipient keeps its own reply next to an unsupported one', async () => {
    const server = await relay({ ...WITHOUT_UTF8, rcpt: { code: 550, message: '5.1.1 User unknown' } });
    const report = await open([server.url]).deliver(message(JOSE, ANN));
    expect(report.recipients).toMatchObject([
      { address: JOSE, reason: 'smtputf8_needed', reply: null },
      { address: ANN, reason: 'unknown_user', reply: { code: 550 } },
    ]);
  });

  test('a domain that is not ASCII does not need it, because it is sent as A-labels', async () => {
    const server = await relay(WITHOUT_UTF8);
    await expect(open([server.url]).deliver(message('ann@münchen.example'))).resolves.toMatchObject({
      recipients: [{ address: 'ann@münchen.example', verdict: 'sent' }],
    });
  });

  test('a header in UTF-8 is encoded for a relay without it', async () => {
    const server = await relay(WITHOUT_UTF8);
    const raw = submitted(`From: Jürgen <j@acme.example>\r\nTo: José <${JOSE}>, ${ANN}\r\nSubject: Grüße`);
    await expect(open([server.url]).deliver(raw)).resolves.toMatchObject({ recipients: [{ verdict: 'sent' }] });
    const [received] = server.received;
    expect(isAscii(received?.raw ?? Buffer.from('ü'))).toBe(true);
    expect(await PostalMime.parse(received?.raw ?? '')).toMatchObject({
      from: { name: 'Jürgen', address: 'j@acme.example' },
      subject: 'Grüße',
      to: [{ name: `José ${JOSE}`, group: [] }, { address: ANN }],
    });
  });

  test.each([
    ['a signed header', 'DKIM-Signature: v=1; h=subject\r\nSubject: Grüße', /signature would no longer hold/],
    ['an author without an ASCII form', `From: ${JOSE}`, /`From` has no form in ASCII/],
  ])('%s is not changed: the message fails with the reason', async (_what, header, reason) => {
    const server = await relay(WITHOUT_UTF8);
    const report = await open([server.url]).deliver(submitted(header));
    expect(report).toMatchObject({
      kind: 'answered',
      recipients: [{ verdict: 'bounced', reply: null, reason: 'smtputf8_needed' }],
    });
    expect(report.recipients[0]?.explanation).toMatch(reason);
    expect(server.received).toHaveLength(0);
  });

  test('a message with a sender that needs it fails at a relay without it', async () => {
    const server = await relay(WITHOUT_UTF8);
    const report = await open([server.url]).deliver({ ...message(ANN), envelope: { from: JOSE, to: [ANN] } });
    expect(report.recipients).toMatchObject([{ address: ANN, verdict: 'bounced', reason: 'smtputf8_needed' }]);
    expect(report.recipients[0]?.explanation).toMatch(/^The sender /);
  });
});

describe('8BITMIME', () => {
  test('is requested with MAIL when the body needs it', async () => {
    const server = await relay(WITHOUT_UTF8);
    await open([server.url]).deliver(submitted('Subject: x', 'Straße'));
    expect(server.received[0]?.mailParameters).toEqual(['BODY=8BITMIME']);
    expect(server.received[0]?.raw.toString()).toContain('Straße');
  });

  test('a relay without it gets the body encoded', async () => {
    const server = await relay(WITHOUT_8BIT);
    const report = await open([server.url]).deliver(
      submitted('Subject: Grüße\r\nContent-Type: text/plain; charset=utf-8', 'Straße'),
    );
    expect(report.recipients).toMatchObject([{ verdict: 'sent' }]);
    const [received] = server.received;
    expect(received?.mailParameters).toEqual([]);
    expect(isAscii(received?.raw ?? Buffer.from('ü'))).toBe(true);
    expect(await PostalMime.parse(received?.raw ?? '')).toMatchObject({ subject: 'Grüße', text: 'Straße\n' });
  });

  test('the size of the encoded message is announced and compared with the limit', async () => {
    const body = 'ü'.repeat(400);
    const server = await relay({ ...WITHOUT_8BIT, size: 1500 });
    const report = await open([server.url]).deliver(submitted('Subject: x', body));
    expect(report.recipients).toMatchObject([{ verdict: 'bounced', reason: 'message_too_large', reply: null }]);
    expect(report.recipients[0]?.explanation).toMatch(/larger than the relay takes/);
  });

  test('a signed message is not changed and fails with the reason', async () => {
    const server = await relay(WITHOUT_8BIT);
    const report = await open([server.url]).deliver(submitted('DKIM-Signature: v=1\r\nSubject: x', 'Straße'));
    expect(report.recipients).toMatchObject([{ verdict: 'bounced', reply: null, reason: '8bitmime_needed' }]);
    expect(report.recipients[0]?.explanation).toMatch(/signature would no longer hold/);
    expect(server.received).toHaveLength(0);
  });
});

describe('with several relays', () => {
  test('the first one that supports all recipients gets the message', async () => {
    const [first, second] = [await relay(WITHOUT_UTF8), await relay()];
    const relays = open([first.url, second.url]);
    const report = await relays.deliver(message(ANN, JOSE));
    expect(report).toMatchObject({
      relay: second.url,
      recipients: [{ verdict: 'sent' }, { verdict: 'sent' }],
      skippedRelays: [{ relay: first.url, attempted: true, reason: 'smtputf8_needed' }],
    });
    // The first relay is still used for messages that it supports.
    await expect(relays.deliver(message(ANN))).resolves.toMatchObject({ relay: first.url, skippedRelays: [] });
  });

  test('a signed 8-bit message is sent to the one that accepts it unchanged', async () => {
    const [first, second] = [await relay(WITHOUT_8BIT), await relay()];
    const raw = submitted('DKIM-Signature: v=1\r\nSubject: x', 'Straße');
    await expect(open([first.url, second.url]).deliver(raw)).resolves.toMatchObject({ relay: second.url });
    expect(second.received[0]?.raw.equals(raw.raw)).toBe(true);
  });

  test('if none supports all recipients, one gets the message for the others', async () => {
    const [first, second] = [await relay(WITHOUT_UTF8), await relay(WITHOUT_UTF8)];
    const report = await open([first.url, second.url]).deliver(message(ANN, JOSE));
    expect(report.recipients).toMatchObject([{ verdict: 'sent' }, { verdict: 'bounced', reason: 'smtputf8_needed' }]);
    expect([...first.received, ...second.received]).toHaveLength(1);
  });

  test('the recipient that needs it is deferred while the only relay with support is unavailable', async () => {
    const first = await relay(WITHOUT_UTF8);
    const away = `smtp://127.0.0.1:${String(await closedPort())}`;
    for (const urls of [
      [first.url, away],
      [away, first.url],
    ]) {
      const report = await open(urls).deliver(message(ANN, JOSE));
      expect(report).toMatchObject({
        kind: 'answered',
        relay: first.url,
        recipients: [{ verdict: 'sent' }, { verdict: 'deferred', reply: null, reason: 'smtputf8_needed' }],
        skippedRelays: [{ relay: away, reason: 'connection_refused' }],
      });
    }
  });
});

import { afterEach, describe, expect, test } from '@jest/globals';
import { closedPort, message, open, relay, release } from '../../../test/relay-kit.ts';
import { readSmtpSettings } from './smtp-settings.ts';
import { openSmtpTransport } from './smtp-transport.ts';
import { verifyRelay } from './verify-relay.ts';

afterEach(release);

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const PASSWORD = 'hunter2-secret';
const ECHOES = [
  `5.7.8 bad password ${PASSWORD} for user me`,
  `5.7.8 unknown command AUTH PLAIN ${base64(`\0me\0${PASSWORD}`)}`,
  `5.7.8 cannot decode ${base64(PASSWORD)}`,
];
const isClean = (shown: unknown): void => {
  const text = JSON.stringify(shown);
  expect(text).toContain('[redacted]');
  for (const form of [PASSWORD, base64(PASSWORD), base64(`\0me\0${PASSWORD}`)]) expect(text).not.toContain(form);
};

describe('a relay that repeats the password', () => {
  test.each(ECHOES)('does not leak it in reports or checks: %s', async (text) => {
    const { port } = await relay({
      credentials: { username: 'me', password: PASSWORD },
      auth: { code: 535, message: text },
    });
    const url = `smtp://me:${PASSWORD}@127.0.0.1:${String(port)}`;
    const relays = open([url]);
    const report = await relays.deliver(message('a@b.example'));
    expect(report).toMatchObject({ kind: 'relay_error', reason: 'authentication' });
    isClean(report);
    // The reason for skipping the relay repeats the earlier error.
    isClean(await relays.deliver(message('a@b.example')));
    isClean(await verifyRelay(readSmtpSettings(url, { maxConnections: 1 })));
  });

  test.each(['rcpt', 'end'] as const)('does not leak it in the replies for recipients (%s)', async (stage) => {
    const { port } = await relay({
      credentials: { username: 'me', password: PASSWORD },
      [stage]: { code: 550, message: `5.1.1 no such user, you are me with ${PASSWORD}` },
    });
    const report = await open([`smtp://me:${PASSWORD}@127.0.0.1:${String(port)}`]).deliver(message('a@b.example', 'c@d.example'));
    expect(report).toMatchObject({ kind: 'answered', recipients: [{ verdict: 'bounced' }, { verdict: 'bounced' }] });
    isClean(report);
  });
});

/** Settings as for a relay on another machine, pointed at this machine. */
function elsewhere(port: number, options = '') {
  const settings = readSmtpSettings(`smtp://me:${PASSWORD}@relay.example:${String(port)}${options}`, { maxConnections: 1 });
  return { ...settings, pool: { ...settings.pool, host: '127.0.0.1', tls: { rejectUnauthorized: false } } };
}

async function deliverTo(settings: ReturnType<typeof elsewhere>) {
  const transport = openSmtpTransport(settings);
  try {
    return await transport.send(message('a@b.example'), { unsupported: { send: 'supported', verdict: 'bounced' } });
  } finally {
    transport.close();
  }
}

describe('credentials for another machine', () => {
  const credentials = { username: 'me', password: PASSWORD };

  test('are not sent without TLS, and the report has advice', async () => {
    let asked = false;
    const { port } = await relay({ credentials, auth: () => void (asked = true) });
    const report = await deliverTo(elsewhere(port));
    expect(report).toMatchObject({ kind: 'relay_error', phase: 'connect', reason: 'tls' });
    expect(report.kind === 'relay_error' && report.message).toMatch(
      /credentials are not sent without.*smtps:\/\/.*insecureAuth=true/,
    );
    const check = await verifyRelay(elsewhere(port));
    expect(check).toMatchObject({ ok: false, reason: 'tls', problem: expect.stringContaining('insecureAuth=true') as unknown });
    // Nor with an option that disables TLS.
    await expect(deliverTo(elsewhere(port, '?ignoreTLS=true'))).resolves.toMatchObject({ reason: 'tls' });
    await expect(deliverTo(elsewhere(port, '?opportunisticTLS=true'))).resolves.toMatchObject({ reason: 'tls' });
    expect(asked).toBe(false);
  });

  test('are sent with STARTTLS, and in the clear when the URL allows it', async () => {
    const encrypted = await relay({ credentials, tls: 'starttls' });
    await expect(deliverTo(elsewhere(encrypted.port))).resolves.toMatchObject({ kind: 'answered', tlsVersion: 'TLSv1.3' });
    const plain = await relay({ credentials });
    await expect(deliverTo(elsewhere(plain.port, '?insecureAuth=true'))).resolves.toMatchObject({ kind: 'answered' });
  });

  test('need no TLS when there are none, or the relay is on this machine', async () => {
    for (const url of [
      'smtp://relay.example',
      'smtps://me:pw@relay.example',
      'smtp://me:pw@localhost',
      'smtp://me:pw@[::1]:25',
    ]) {
      expect(readSmtpSettings(url, { maxConnections: 1 }).pool.requireTLS).toBeUndefined();
    }
    expect(readSmtpSettings(`smtp://me:pw@10.0.0.1:${String(await closedPort())}`, { maxConnections: 1 }).pool.requireTLS).toBe(
      true,
    );
  });
});

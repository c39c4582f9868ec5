import { afterEach, describe, expect, test } from '@jest/globals';
import { closedPort, message, open, relay, release } from '../../test/relay-kit.ts';

afterEach(release);

describe('several relays', () => {
  test('a delivery aborted before anything was sent is not attempted at the next relay', async () => {
    const first = await relay({ mail: 'hang' });
    const second = await relay();
    const giveUp = new AbortController();
    const delivery = open([first.url, second.url]).deliver(message('a@b.example'), { signal: giveUp.signal });
    giveUp.abort();
    await expect(delivery).resolves.toMatchObject({ kind: 'relay_error', reason: 'interrupted', relay: first.url });
    expect(second.connections).toBe(0);
  });
});

describe('encryption and credentials', () => {
  test.each(['starttls', 'implicit'] as const)('the TLS version is reported (%s)', async (tls) => {
    const { url } = await relay({ tls });
    const report = await open([`${url}?tls.rejectUnauthorized=false`]).deliver(message('a@b.example'));
    expect(report).toMatchObject({ kind: 'answered', tlsVersion: 'TLSv1.3', remoteAddress: '127.0.0.1' });
  });

  test('credentials of the options are used for relays whose URL has none', async () => {
    const { url } = await relay({ credentials: { username: 'me', password: 'right' } });
    const report = await open([url], { username: 'me', password: 'right' }).deliver(message('a@b.example'));
    expect(report.recipients).toMatchObject([{ verdict: 'sent' }]);
  });

  test('each relay gets its own user name, and the password of the options when its URL has none', async () => {
    const [one, other] = [
      await relay({ credentials: { username: 'apikey', password: 'p@ss/%' } }),
      await relay({ credentials: { username: 'me', password: 'p@ss/%' } }),
    ];
    const urls = [`smtp://apikey@127.0.0.1:${String(one.port)}`, `smtp://127.0.0.1:${String(other.port)}`];
    const checks = await open(urls, { username: 'me', password: 'p@ss/%' }).check();
    expect(checks).toMatchObject([{ ok: true }, { ok: true }]);
    const report = await open(urls.slice(0, 1), { password: 'p@ss/%' }).deliver(message('a@b.example'));
    expect(report.recipients).toMatchObject([{ verdict: 'sent' }]);
  });

  test('a domain in Unicode is reported as given', async () => {
    const { url } = await relay();
    const report = await open([url]).deliver(message('a@münchen.example'));
    expect(report.recipients).toMatchObject([{ address: 'a@münchen.example', verdict: 'sent' }]);
  });
});

describe('check', () => {
  test('reports for each relay whether it works, and what to do if not', async () => {
    const well = await relay();
    const picky = await relay({ credentials: { username: 'me', password: 'right' } });
    const down = `smtp://127.0.0.1:${String(await closedPort())}`;
    const checks = await open([well.url, `smtp://me:wrong@127.0.0.1:${String(picky.port)}`, down]).check();
    expect(checks).toMatchObject([
      { relay: well.url, ok: true },
      { relay: picky.url, ok: false, reason: 'authentication' },
      { relay: down, ok: false, reason: 'connection_refused' },
    ]);
    expect(JSON.stringify(checks)).toContain('MAIL_USERNAME');
    expect(JSON.stringify(checks)).not.toContain('wrong');
    expect(well.received).toHaveLength(0);
  });
});

describe('close', () => {
  test('waits for running deliveries', async () => {
    const judged = signal();
    const released = signal();
    const { url, received } = await relay({
      end: async () => {
        judged.give();
        await released.given;
        return undefined;
      },
    });
    const relays = open([url]);
    const delivery = relays.deliver(message('a@b.example'));
    await judged.given;
    let closed = false;
    const closing = relays.close().then(() => {
      closed = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toBe(false);
    await expect(relays.deliver(message('a@b.example'))).rejects.toThrow('closed');
    released.give();
    await closing;
    await expect(delivery).resolves.toMatchObject({ recipients: [{ verdict: 'sent' }] });
    expect(received).toHaveLength(1);
  });
});

/** A promise and the function that resolves it. */
function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

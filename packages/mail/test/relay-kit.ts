/** What the tests of relays are made with. */
import { createServer, type AddressInfo } from 'node:net';
import { createLogger } from '@sendoff/runtime';
import { startScriptedRelay, type RelayScript, type ScriptedRelay } from '@sendoff/testkit/scripted-relay';
import { openRelays, type Relays, type RelaysOptions } from '../src/routing/open-relays.ts';

export const FROM = 'sender@acme.example';
/** Its first line of text begins with a dot. */
export const RAW = Buffer.from('From: sender@acme.example\r\nSubject: Hello\r\n\r\n.a line with a dot\r\n');
/** Larger than all buffers on the way, so that a stalled reader is noticed before the end. */
export const LARGE = Buffer.from(`Subject: Large\r\n\r\n${`${'x'.repeat(70)}\r\n`.repeat(400_000)}`);

const releases: (() => Promise<void>)[] = [];

/** Closes what the test has opened, the last first. */
export async function release(): Promise<void> {
  while (releases.length > 0) await releases.pop()?.();
}

/** A scripted relay that is closed after the test. */
export async function relay(script: RelayScript = {}): Promise<ScriptedRelay> {
  const started = await startScriptedRelay(script);
  releases.push(started.close);
  return started;
}

/** For relays that say nothing. Others are given the time of production: the machine may be busy. */
export const IMPATIENT = { timeouts: { connection: 1000, greeting: 1000, reply: 1000, finalReply: 1000 } } as const;

/** Relays, closed after the test. */
export function open(urls: readonly string[], options: Partial<RelaysOptions> = {}): Relays {
  const relays = openRelays({
    urls,
    maxConnections: 2,
    logger: createLogger({ name: 'test', level: 'silent' }),
    ...options,
  });
  releases.push(relays.close);
  return relays;
}

/** A small message. */
export const message = (...to: string[]) => ({ envelope: { from: FROM, to }, raw: RAW });

/** A port on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

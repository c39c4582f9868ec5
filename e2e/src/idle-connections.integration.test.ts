/** Memory of many SMTP connections that clients keep open. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type TLSSocket } from 'node:tls';
import { afterAll, expect, test } from '@jest/globals';
import { certificateFiles } from './testing/certificate-files.ts';
import { createReleases } from './testing/releases.ts';
import { startStack } from './testing/start-stack.ts';

const CONNECTIONS = 1000;
const MAX_MB = 200;
const AT_ONCE = 50;
const TEST_LIMIT_MS = 180_000;

/** As in docker/smtp.Dockerfile. */
const AS_IN_THE_IMAGE = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '65536',
  NODE_OPTIONS: '--max-semi-space-size=2',
};

const releases = createReleases();
afterAll(releases.releaseAll);

test(
  `${String(CONNECTIONS)} that are encrypted, authenticated and idle fit into ${String(MAX_MB)} MB, and one more gets a 421`,
  async () => {
    // One key may have two thirds of the connections.
    const limits = {
      SMTP_MAX_CONNECTIONS: String(1.5 * CONNECTIONS),
      SMTP_MAX_CONNECTIONS_PER_ADDRESS: String(CONNECTIONS),
    };
    const stack = await startStack(releases, {
      settings: { ...AS_IN_THE_IMAGE, ...limits, ...(await certificateFiles(releases)) },
    });
    const { pid } = await stack.startSmtp();
    const port = Number(stack.variables['SUBMISSIONS_PORT']);
    const before = megabytesOf(pid);

    const sockets: TLSSocket[] = [];
    releases.add(() => {
      for (const socket of sockets) socket.destroy();
    });
    while (sockets.length < CONNECTIONS) {
      sockets.push(...(await Promise.all(Array.from({ length: AT_ONCE }, () => openIdle(port, stack.api.key)))));
    }
    const held = megabytesOf(pid);
    const oneMore = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
    sockets.push(oneMore);
    expect(await hear(oneMore)).toMatch(/^421 /);

    // None of them was closed because of the additional one.
    const [first] = sockets;
    first?.write('NOOP\r\n');
    expect(first === undefined ? '' : await hear(first)).toMatch(/^250 /);
    if (before !== null && held !== null) {
      process.stdout.write(
        `SMTP with ${String(CONNECTIONS)} idle connections: ${String(held)} MB, without: ${String(before)} MB.\n`,
      );
      expect(held).toBeLessThan(MAX_MB);
    }
  },
  TEST_LIMIT_MS,
);

async function openIdle(port: number, key: string): Promise<TLSSocket> {
  const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
  expect(await hear(socket)).toMatch(/^220 /);
  socket.write('EHLO client.example\r\n');
  expect(await hear(socket)).toMatch(/^250-/);
  socket.write(`AUTH PLAIN ${Buffer.from(`\0resend\0${key}`).toString('base64')}\r\n`);
  expect(await hear(socket)).toMatch(/^235 /);
  return socket;
}

/** The next reply; a short one arrives in one chunk. */
async function hear(socket: TLSSocket): Promise<string> {
  const [octets] = (await once(socket, 'data')) as [Buffer];
  return octets.toString('latin1');
}

/** Resident memory of a process; null without /proc. */
function megabytesOf(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

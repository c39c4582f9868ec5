import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { findFreePort } from '../ports.ts';
import { poll } from '../testing/poll.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { startInbox, type Inbox } from './start-inbox.ts';

let directory: ReturnType<typeof temporaryDirectory>;
let inbox: Inbox;

beforeEach(async () => {
  directory = temporaryDirectory();
  inbox = await startInbox({ smtpPort: 0, webPort: 0, directory: directory.path });
});
afterEach(async () => {
  await inbox.stop();
  directory.remove();
});

/** Sends SMTP commands directly, so that only the inbox is tested. */
async function submit(smtpUrl: string, message: string): Promise<void> {
  const { hostname, port } = new URL(smtpUrl);
  const socket = connect({ host: hostname, port: Number(port) });
  await expectReply(socket, 220);
  for (const [line, code] of [
    ['EHLO test.example', 250],
    ['MAIL FROM:<hello@acme.example>', 250],
    ['RCPT TO:<you@example.com>', 250],
    ['DATA', 354],
    [`${message}\r\n.`, 250],
    ['QUIT', 221],
  ] as const) {
    socket.write(`${line}\r\n`);
    await expectReply(socket, code);
  }
  socket.destroy();
}

/** The last line of a reply has a space after its code (RFC 5321 section 4.2.1). */
async function expectReply(socket: Socket, code: number): Promise<void> {
  let reply = '';
  while (!/^\d{3} .*\r\n$/m.test(reply)) {
    reply += await new Promise<string>((resolve, reject) => {
      socket.once('data', (data: Buffer) => resolve(data.toString('utf8')));
      socket.once('close', () => reject(new Error(`The connection was closed after: ${reply}`)));
    });
  }
  expect(reply).toMatch(String(code));
}

async function subjects(webUrl: string): Promise<string[]> {
  const response = await fetch(`${webUrl}/api/email`);
  return ((await response.json()) as { subject: string }[]).map(({ subject }) => subject);
}

function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

const MESSAGE = 'From: hello@acme.example\r\nTo: you@example.com\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n\r\nIt works.';

describe('startInbox', () => {
  test('accepts a message over SMTP and returns it over REST', async () => {
    await submit(inbox.smtpUrl, MESSAGE);
    await poll('the message', async () => (await subjects(inbox.webUrl)).includes('Grüße'));
  });

  test('keeps messages across restarts', async () => {
    await submit(inbox.smtpUrl, MESSAGE);
    await inbox.stop();
    inbox = await startInbox({ smtpPort: 0, webPort: 0, directory: directory.path });
    expect(await subjects(inbox.webUrl)).toEqual(['Grüße']);
  });

  test.each([
    ['INBOX_SMTP_PORT', () => new URL(inbox.smtpUrl).port],
    ['INBOX_PORT', () => new URL(inbox.webUrl).port],
  ])('a taken port names %s', async (variable, takenPort) => {
    const [taken, free] = [Number(takenPort()), await findFreePort()];
    const isSmtp = variable === 'INBOX_SMTP_PORT';
    const starting = startInbox({
      smtpPort: isSmtp ? taken : free,
      webPort: isSmtp ? free : taken,
      directory: directory.path,
    });
    await expect(starting).rejects.toThrow(`Port ${String(taken)} is taken. Set ${variable} to a free one`);
  });

  test('listens on 127.0.0.1', () => {
    expect(new URL(inbox.smtpUrl).hostname).toBe('127.0.0.1');
    expect(new URL(inbox.webUrl).hostname).toBe('127.0.0.1');
  });

  test('refuses pages of other sites, whatever the host name', async () => {
    const emails = `${inbox.webUrl}/api/email`;
    const { host, port } = new URL(inbox.webUrl);
    expect(await statusOf(emails, { host })).toBe(200);
    expect(await statusOf(emails, { host, origin: `http://${host}` })).toBe(200);
    expect(await statusOf(emails, { host: `localhost:${port}` })).toBe(200);
    expect(await statusOf(emails, { host, origin: 'https://evil.example' })).toBe(403);
    expect(await statusOf(emails, { host, origin: 'null' })).toBe(403);
    expect(await statusOf(emails, { host: `evil.example:${port}` })).toBe(403);
    expect(await statusOf(emails, { host, origin: 'http://127.0.0.1:9' })).toBe(403);
  });

  test('prints nothing', async () => {
    const written = jest.spyOn(process.stdout, 'write');
    const another = await startInbox({ smtpPort: 0, webPort: 0, directory: directory.path });
    await another.stop();
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
  });
});

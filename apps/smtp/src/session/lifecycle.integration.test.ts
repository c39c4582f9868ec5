import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openDialogue, openSession, type Dialogue } from '../../test/smtp-dialogue.ts';
import { startTestSubmission, type TestSubmission, type TestSubmissionOptions } from '../../test/start-test-submission.ts';
import { openConnectionLimiter } from './connection-limiter.ts';
import { openFairBudget } from '@sendoff/runtime';
import { createApiKey } from '@sendoff/db';
import { SUBMISSION_LIMITS } from './limits.ts';
import { openMessageBudget } from './message-budget.ts';

const MESSAGE = 'From: Ann <ann@acme.example>\r\nTo: bob@example.com\r\nSubject: Hello\r\n\r\nIt works.\r\n';
const LAST_LINE = 'the very last line\r\n';

let servers: TestSubmission[] = [];
afterEach(async () => {
  for (const server of servers) await server.close();
  servers = [];
});

async function start(options: TestSubmissionOptions = {}): Promise<TestSubmission> {
  const server = await startTestSubmission(options);
  servers.push(server);
  return server;
}

async function begin(server: TestSubmission): Promise<Dialogue> {
  const dialogue = await openSession(server.tlsPort, server.token, { tls: true });
  await dialogue.say('MAIL FROM:<ann@acme.example>');
  await dialogue.say('RCPT TO:<bob@example.com>');
  await dialogue.say('DATA');
  return dialogue;
}

test('a client that disconnects at any point leaves a complete email or none, and its memory is released', async () => {
  const most = 1024 * 1024;
  const budget = openMessageBudget(most);
  const server = await start({ parts: () => ({ budget }) });
  const script = [
    'EHLO client.example\r\n',
    `AUTH PLAIN ${Buffer.from(`\0resend\0${server.token}`).toString('base64')}\r\n`,
    'MAIL FROM:<ann@acme.example>\r\n',
    'RCPT TO:<bob@example.com>\r\nRCPT TO:<carl@example.com>\r\n',
    'DATA\r\n',
    ...[MESSAGE, LAST_LINE.slice(0, 5), LAST_LINE.slice(5), '.', '\r', '\n'],
  ];
  const heardAfter = [1, 1, 1, 2, 1, 0, 0, 0, 0, 0, 0];

  for (let steps = 0; steps <= script.length; steps += 1) {
    const dialogue = await openDialogue(server.tlsPort, { tls: true });
    await dialogue.hear();
    for (const [index, octets] of script.slice(0, steps).entries()) {
      dialogue.send(octets);
      for (let replies = heardAfter[index] ?? 0; replies > 0; replies -= 1) await dialogue.hear();
    }
    // Waits until the data was sent, because the reset discards unsent data.
    await sleep(100);
    dialogue.cut();
    await dialogue.ended;
  }
  await sleep(500);

  const kept = await server.database.emailRecord.findMany({
    include: { recipients: true, content: { include: { message: true } } },
  });
  // Only the run with the last byte completes a message.
  expect(kept).toHaveLength(1);
  for (const { recipients, content } of kept) {
    expect(recipients.map(({ address }) => address).sort()).toEqual(['bob@example.com', 'carl@example.com']);
    expect(Buffer.from(content?.message?.bytes ?? []).toString()).toMatch(/the very last line\r\n$/);
  }
  expect(server.enqueued).toEqual(kept.map(({ id }) => id));
  // A client that disconnected was not refused.
  expect(server.refusals).toEqual([]);
  // What one key may take of an empty budget.
  expect(budget.openCharge('other').take(most / 2)).toBe(true);
});

test('a message is discarded when the client closes its side before the end', async () => {
  const server = await start({ encrypted: false });
  const dialogue = await openSession(server.port, server.token);
  await dialogue.say('MAIL FROM:<ann@acme.example>');
  await dialogue.say('RCPT TO:<bob@example.com>');
  await dialogue.say('DATA');
  dialogue.end(`${MESSAGE}.`);
  await dialogue.ended;
  await sleep(200);
  expect(await server.database.emailRecord.count()).toBe(0);
});

describe('a server that stops', () => {
  test('ends idle connections with a 421, finishes messages in progress, and accepts no new ones', async () => {
    const server = await start();
    const idle = await openSession(server.tlsPort, server.token, { tls: true });
    const between = await openSession(server.tlsPort, server.token, { tls: true });
    await between.say('MAIL FROM:<ann@acme.example>');
    const underWay = await begin(server);
    underWay.send(MESSAGE.slice(0, 40));
    await sleep(100);

    const stopped = server.submission.close();
    for (const dialogue of [idle, between]) {
      expect(await dialogue.hear()).toMatch(/^421 4\.3\.2 This server is stopping/);
      await dialogue.ended;
    }
    await expect(openDialogue(server.tlsPort, { tls: true })).rejects.toThrow(/ECONNREFUSED/);
    expect(await underWay.say(`${MESSAGE.slice(40)}.`)).toMatch(/^250 2\.6\.0 /);
    expect(await underWay.hear()).toMatch(/^421 4\.3\.2 /);
    await underWay.ended;
    await stopped;
    expect(await server.database.emailRecord.count()).toBe(1);
  });

  test('does not wait for a message that never ends', async () => {
    const server = await start({ graceMs: 300 });
    const slow = await begin(server);
    slow.send(MESSAGE);
    await sleep(100);
    await server.submission.close();
    await slow.ended;
    expect(await server.database.emailRecord.count()).toBe(0);
  });
});

describe('beyond its limits', () => {
  test('a connection gets a 421 until another one is closed', async () => {
    const limiter = openConnectionLimiter({ total: 2, perAddress: 2 });
    const server = await start({ parts: () => ({ limiter }) });
    const first = await openSession(server.tlsPort, server.token, { tls: true });
    const second = await openDialogue(server.port);
    expect(await second.hear()).toMatch(/^220 /);
    const third = await openDialogue(server.tlsPort, { tls: true });
    expect(await third.hear()).toBe('421 4.3.2 Too many connections. Try again in a moment.');
    await third.ended;
    expect(server.refusals).toEqual(['too_many_connections']);
    first.cut();
    await first.ended;
    await sleep(200);
    const fourth = await openSession(server.tlsPort, server.token, { tls: true });
    second.cut();
    fourth.cut();
  });

  test('an address with too many connections gets a 421', async () => {
    const server = await start({ parts: () => ({ limiter: openConnectionLimiter({ total: 10, perAddress: 1 }) }) });
    const first = await openSession(server.tlsPort, server.token, { tls: true });
    const second = await openDialogue(server.port);
    expect(await second.hear()).toBe('421 4.7.0 Too many connections from your address. Try again in a moment.');
    first.cut();
  });

  test('a client that does not authenticate in time is disconnected, and an authenticated one may be idle for longer', async () => {
    const server = await start({ times: { login: 2000, idle: 4000 } });
    const silent = await openDialogue(server.tlsPort, { tls: true });
    await silent.hear();
    const talking = await openDialogue(server.tlsPort, { tls: true });
    await talking.hear();
    const known = await openSession(server.tlsPort, server.token, { tls: true });
    await sleep(300);
    await talking.say('EHLO client.example');
    expect(await silent.hear()).toMatch(/^421 4\.7\.0 Nobody has authenticated in time/);
    expect(await talking.hear()).toMatch(/^421 4\.7\.0 Nobody has authenticated in time/);
    await sleep(500);
    expect(await known.say('NOOP')).toMatch(/^250 /);
    const idleSince = performance.now();
    expect(await known.hear()).toMatch(/^421 4\.4\.2 Timeout/);
    expect(performance.now() - idleSince).toBeGreaterThan(3000);
  });

  test('a message is rejected temporarily when there is no memory for it', async () => {
    const server = await start({ parts: () => ({ budget: openMessageBudget(10) }) });
    const dialogue = await begin(server);
    expect(await dialogue.say(`${MESSAGE}.`)).toMatch(/^452 4\.3\.1 /);
    expect(await dialogue.say('NOOP')).toMatch(/^250 /);
    dialogue.cut();
  });

  test('a message that arrives too slowly gets a 421, and its memory is released', async () => {
    const budget = openMessageBudget(1024 * 1024);
    const pace = { ...SUBMISSION_LIMITS.pace, graceMs: 200, minBytesPerSecond: 1_000_000 };
    const server = await start({ parts: () => ({ budget, pace }) });
    const slow = await begin(server);
    slow.send(MESSAGE);
    expect(await slow.hear()).toBe(
      '421 4.4.2 The message did not end in time. Nothing was stored, and the connection is closed.',
    );
    await slow.ended;
    expect(server.refusals).toEqual(['message_not_ended']);
    expect(budget.openCharge('other').take(512 * 1024)).toBe(true);
    expect(await server.database.emailRecord.count()).toBe(0);
  });

  test('a message that exceeds the maximum size and does not end is cut off', async () => {
    const server = await start({ parts: () => ({ pace: { ...SUBMISSION_LIMITS.pace, maxBytes: 41 * 1024 * 1024 } }) });
    const endless = await begin(server);
    const megabyte = Buffer.from(`${'a'.repeat(62)}\r\n`.repeat(16 * 1024));
    for (let n = 0; n < 43; n += 1) endless.send(megabyte);
    expect(await endless.hear()).toMatch(/^(?:421|552) /);
    await endless.ended;
  });

  test('a key with many incoming messages leaves memory for other keys', async () => {
    const server = await start({ parts: () => ({ budget: openMessageBudget(1024 * 1024) }) });
    const { token } = await createApiKey(server.database, { name: 'other', permission: 'sending_access', mode: 'live' });
    const held: Dialogue[] = [];
    for (let n = 0; n < 6; n += 1) {
      const dialogue = await begin(server);
      dialogue.send(`Subject: x\r\n\r\n${`${'a'.repeat(62)}\r\n`.repeat(3000)}`);
      held.push(dialogue);
    }
    const other = await openSession(server.tlsPort, token, { tls: true });
    await other.say('MAIL FROM:<ann@acme.example>');
    await other.say('RCPT TO:<bob@example.com>');
    await other.say('DATA');
    expect(await other.say(`${MESSAGE}.`)).toMatch(/^250 /);
    const replies = [];
    for (const dialogue of held) replies.push((await dialogue.say('.')).slice(0, 3));
    expect(replies).toContain('250');
    expect(replies).toContain('452');
    for (const dialogue of [...held, other]) dialogue.cut();
  });

  test.each([
    ['commands', { maxCommands: 20, maxErrors: 100 }, 'NOOP', /^250 /],
    ['errors', { maxCommands: 1000, maxErrors: 5 }, 'RCPT TO:<bob@localhost>', /^50/],
  ])('a session with too many %s without a message is ended with a 421', async (_what, limits, command, reply) => {
    const server = await start({ session: { ...SUBMISSION_LIMITS.session, ...limits } });
    const dialogue = await openSession(server.tlsPort, server.token, { tls: true });
    let heard = await dialogue.say(command);
    for (let n = 0; n < 25 && !heard.startsWith('421'); n += 1) {
      expect(heard).toMatch(reply);
      heard = await dialogue.say(command);
    }
    expect(heard).toMatch(/^421 4\.7\.0 This connection had too many commands, or was open too long, without a message/);
    await dialogue.ended;
    expect(server.refusals.at(-1)).toBe('session_too_long');
  });

  test('a session that keeps sending messages stays open, with the usual commands of a connection pool between them', async () => {
    const server = await start({ session: { ...SUBMISSION_LIMITS.session, maxCommands: 12, maxErrors: 2 } });
    const dialogue = await openSession(server.tlsPort, server.token, { tls: true });
    for (let n = 0; n < 10; n += 1) {
      for (const command of ['NOOP', 'RSET', 'MAIL FROM:<ann@acme.example>'])
        expect(await dialogue.say(command)).toMatch(/^250 /);
      expect(await dialogue.say('RCPT TO:<bob@localhost>')).toMatch(/^550 /);
      expect(await dialogue.say('RCPT TO:<bob@example.com>')).toMatch(/^250 /);
      expect(await dialogue.say('DATA')).toMatch(/^354 /);
      expect(await dialogue.say(`${MESSAGE}.`)).toMatch(/^250 /);
    }
    dialogue.cut();
  });

  test('a session without a message is ended after its time limit, but not while a message arrives', async () => {
    const server = await start({ session: { ...SUBMISSION_LIMITS.session, timeoutMs: 1500 } });
    const underWay = await begin(server);
    const idle = await openSession(server.tlsPort, server.token, { tls: true });
    expect(await idle.hear()).toMatch(/^421 4\.7\.0 /);
    expect(await underWay.say(`${MESSAGE}.`)).toMatch(/^250 /);
    expect(await underWay.say('NOOP')).toMatch(/^250 /);
    underWay.cut();
  });

  test('a key with too many connections gets a 421, and leaves room for other keys when its connections close', async () => {
    const server = await start({ parts: () => ({ keyConnections: openFairBudget(3) }) });
    const { token } = await createApiKey(server.database, { name: 'other', permission: 'sending_access', mode: 'live' });
    const held = [
      await openSession(server.tlsPort, server.token, { tls: true }),
      await openSession(server.tlsPort, server.token, { tls: true }),
    ];
    await expect(openSession(server.tlsPort, server.token, { tls: true })).rejects.toThrow(
      /421 4\.7\.0 Too many connections with this API key/,
    );
    expect(server.refusals).toEqual(['too_many_connections_of_key']);
    for (const dialogue of held) {
      dialogue.cut();
      await dialogue.ended;
    }
    const other = await openSession(server.tlsPort, token, { tls: true });
    other.cut();
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openDialogue, openSession, type Dialogue } from '../../test/smtp-dialogue.ts';
import { startTestSubmission, type TestSubmission, type TestSubmissionOptions } from '../../test/start-test-submission.ts';
import { admitConnections } from './admit-connections.ts';
import { openMemoryBudget } from './receive-data.ts';

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

test('a client that is cut off at any point leaves a whole email or none, and no memory taken', async () => {
  const most = 1024 * 1024;
  const budget = openMemoryBudget(most);
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
    // What was sent is on its way before the reset, which would take it along.
    await sleep(100);
    dialogue.cut();
    await dialogue.ended;
  }
  await sleep(500);

  const kept = await server.database.emailRecord.findMany({
    include: { recipients: true, content: { include: { message: true } } },
  });
  // Only with the last octet it is a message.
  expect(kept).toHaveLength(1);
  for (const { recipients, content } of kept) {
    expect(recipients.map(({ address }) => address).sort()).toEqual(['bob@example.com', 'carl@example.com']);
    expect(Buffer.from(content?.message?.bytes ?? []).toString()).toMatch(/the very last line\r\n$/);
  }
  expect(server.enqueued).toEqual(kept.map(({ id }) => id));
  // Who went away was not refused.
  expect(server.refusals).toEqual([]);
  expect(budget.take(most)).toBe(true);
});

test('a client that closes its half in the middle of a message has not submitted it', async () => {
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
  test('ends idle connections with a 421, finishes messages under way, and takes no new ones', async () => {
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

  test('does not wait for a message that does not end', async () => {
    const server = await start({ graceMs: 300 });
    const slow = await begin(server);
    slow.send(MESSAGE);
    await sleep(100);
    const begun = performance.now();
    await server.submission.close();
    expect(performance.now() - begun).toBeLessThan(2000);
    await slow.ended;
    expect(await server.database.emailRecord.count()).toBe(0);
  });
});

describe('beyond its limits', () => {
  test('a connection gets a 421, and a place is free again when another has left', async () => {
    const admission = admitConnections({ total: 2, perAddress: 2 });
    const server = await start({ parts: () => ({ admission }) });
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

  test('an address that has many gets a 421', async () => {
    const server = await start({ parts: () => ({ admission: admitConnections({ total: 10, perAddress: 1 }) }) });
    const first = await openSession(server.tlsPort, server.token, { tls: true });
    const second = await openDialogue(server.port);
    expect(await second.hear()).toBe('421 4.7.0 Too many connections from your address. Try again in a moment.');
    first.cut();
  });

  test('who does not say who it is, is let go; who has, may be idle for longer', async () => {
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

  test('a message for which there is no memory is for later', async () => {
    const server = await start({ parts: () => ({ budget: openMemoryBudget(10) }) });
    const dialogue = await begin(server);
    expect(await dialogue.say(`${MESSAGE}.`)).toMatch(/^452 4\.3\.1 /);
    expect(await dialogue.say('NOOP')).toMatch(/^250 /);
    dialogue.cut();
  });
});

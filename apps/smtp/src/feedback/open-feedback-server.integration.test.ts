/** Bounces and complaints over SMTP, from the return path to the database. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createLogger } from '@sendoff/runtime';
import type { ErrorCode } from '@sendoff/core';
import { acceptSubmissions, getEmail, newId, type Database } from '@sendoff/db';
import { openMigratedDatabase, sampleSubmission } from '@sendoff/db/testing';
import { openReturnPaths } from '@sendoff/feedback/return-path';
import { handOver } from '../../test/hand-over.ts';
import { openDialogue } from '../../test/smtp-dialogue.ts';
import { openParsers } from '../parsing/open-parsers.ts';
import { FEEDBACK_LIMITS } from '../session/limits.ts';
import { openFeedbackServer, type FeedbackServer } from './open-feedback-server.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
const returnPaths = openReturnPaths({ domain: 'bounces.acme.example', key: 'x'.repeat(32) });
const settings = {
  ...{ host: '127.0.0.1', port: 0, hostname: 'bounces.acme.example', certificate: null },
  limits: { total: 10, perAddress: 3 },
};

const parsers = openParsers();
const refusals: ErrorCode[] = [];
const noteRefusal = (code: ErrorCode): void => void refusals.push(code);

let database: Database;
let close: () => Promise<void>;
let server: FeedbackServer;

beforeAll(async () => {
  ({ database, close } = await openMigratedDatabase({ maxConnections: 3 }));
  server = await openFeedbackServer({ database, logger, returnPaths, parsers, noteRefusal }, settings);
});
afterAll(async () => {
  await server.close();
  await parsers.close();
  await close();
});
afterEach(async () => {
  await database.suppression.deleteMany();
});

async function accept(...addresses: string[]): Promise<string> {
  const submission = sampleSubmission({ to: addresses, recipients: addresses.map((address) => ({ address, kind: 'to' })) });
  await acceptSubmissions(database, [submission]);
  return submission.id;
}

const report = (recipient: string, action: string, status: string, said: string): string =>
  [
    ...['From: MAILER-DAEMON@relay.example', 'Subject: Undelivered Mail Returned to Sender', 'MIME-Version: 1.0'],
    ...['Content-Type: multipart/report; report-type=delivery-status; boundary=b', '', '--b', 'Content-Type: text/plain', ''],
    ...['Sorry.', '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; relay.example', ''],
    ...[`Final-Recipient: rfc822; ${recipient}`, `Action: ${action}`, `Status: ${status}`, `Diagnostic-Code: smtp; ${said}`],
    ...['', '--b--'],
  ].join('\r\n');
const bounce = (recipient: string): string => report(recipient, 'failed', '5.1.1', '550 5.1.1 No such user');
const complaint = [
  ...['From: loop@example.net', 'Content-Type: multipart/report; report-type=feedback-report; boundary=b', '', '--b'],
  ...['Content-Type: message/feedback-report', '', 'Feedback-Type: abuse', '', '--b--'],
].join('\r\n');

const send = (emailId: string, message: string | Buffer, from = '') =>
  handOver({ port: server.port, from, to: [returnPaths.addressOf(emailId)], message });
const lastOf = (replies: readonly string[]): string => replies.at(-1) ?? '';

describe('a report', () => {
  test('from the null sender is recorded before the reply, whatever the letter case of the return path', async () => {
    const id = await accept('gone@example.com');
    const to = [returnPaths.addressOf(id).toUpperCase()];
    expect(lastOf(await handOver({ port: server.port, to, message: bounce('gone@example.com') }))).toMatch(/^250/);
    expect(await getEmail(database, id, 'all')).toMatchObject({
      status: 'queued',
      lastEvent: 'bounced',
      recipients: [{ feedback: 'bounced', feedbackCode: '5.1.1', feedbackText: '550 5.1.1 No such user' }],
    });
    expect(await database.suppression.findMany()).toMatchObject([{ email: 'gone@example.com', origin: 'bounce' }]);
  });

  test('that arrives twice is recorded once', async () => {
    const id = await accept('gone@example.com');
    for (let n = 0; n < 2; n += 1) expect(lastOf(await send(id, bounce('gone@example.com')))).toMatch(/^250/);
    expect(await database.emailEvent.count({ where: { emailId: id, type: 'bounced' } })).toBe(1);
  });

  test('of a delay and then a delivery is recorded without suppressing the recipient', async () => {
    const id = await accept('ann@example.com');
    await send(id, report('ann@example.com', 'delayed', '4.4.1', 'connection timed out'));
    expect((await getEmail(database, id, 'all'))?.lastEvent).toBe('delivery_delayed');
    await send(id, report('ann@example.com', 'delivered', '2.0.0', '250 2.0.0 Ok'));
    expect((await getEmail(database, id, 'all'))?.lastEvent).toBe('delivered');
    expect(await database.suppression.count()).toBe(0);
  });

  test('of a full mailbox is recorded as a bounce without suppressing the recipient', async () => {
    const id = await accept('ann@example.com');
    await send(id, report('ann@example.com', 'failed', '5.2.2', '552 5.2.2 Mailbox full'));
    expect((await getEmail(database, id, 'all'))?.recipients).toMatchObject([{ feedback: 'bounced' }]);
    expect(await database.suppression.count()).toBe(0);
  });

  test('of a complaint suppresses the recipient', async () => {
    const id = await accept('ann@example.com');
    expect(lastOf(await send(id, complaint))).toMatch(/^250/);
    expect((await getEmail(database, id, 'all'))?.lastEvent).toBe('complained');
    expect(await database.suppression.findMany()).toMatchObject([{ email: 'ann@example.com', origin: 'complaint' }]);
  });

  test.each([
    ['names no recipient of the email', bounce('else@example.com')],
    ['cannot be parsed', 'Subject: ?\r\n\r\n\0\u0001'],
    ['is an automatic reply', 'Subject: Out of office\r\nAuto-Submitted: auto-replied\r\n\r\nI am away.'],
  ])('that %s is accepted, so that it does not bounce, and changes nothing', async (_, message) => {
    const id = await accept('ann@example.com', 'bob@example.com');
    expect(lastOf(await send(id, message))).toMatch(/^250/);
    expect((await getEmail(database, id, 'all'))?.lastEvent).toBe('queued');
  });

  const IN_WORDS = [
    ...['From: MAILER-DAEMON@relay.example', 'Subject: failure notice', ''],
    ...['Hi. This is the qmail-send program at relay.example.', '', '<ann@example.com>:', 'No such user. (#5.1.1)'],
  ].join('\r\n');

  test('in free text from the null sender is a bounce', async () => {
    const id = await accept('ann@example.com');
    await send(id, IN_WORDS);
    expect((await getEmail(database, id, 'all'))?.lastEvent).toBe('bounced');
    expect(await database.suppression.findMany()).toMatchObject([{ email: 'ann@example.com', origin: 'bounce' }]);
  });

  test.each([
    ['free text from a non-null sender, even one called postmaster,', IN_WORDS, 'postmaster@example.com'],
    [
      'an automatic reply that repeats the subject',
      [
        'Subject: Respuesta automática: Delivery status of order 17',
        'Auto-Submitted: auto-replied',
        'In-Reply-To: <1@acme.example>',
        '',
        'Estoy fuera: ann@example.com',
      ].join('\r\n'),
      '',
    ],
    [
      'a challenge of a challenge-response filter',
      [
        'From: postmaster@example.com',
        'Subject: Undeliverable',
        '',
        'Your email to ann@example.com could not be delivered until you reply.',
      ].join('\r\n'),
      '',
    ],
    [
      'a personal reply',
      ['From: ann@example.com', 'Subject: Re: Delivery notification', '', 'It was not delivered to ann@example.com!'].join(
        '\r\n',
      ),
      'ann@example.com',
    ],
    [
      'a reply to an email about unsubscribing',
      'From: ann@example.com\r\nSubject: Unsubscribe in one click\r\n\r\nI am away.',
      'ann@example.com',
    ],
  ])('made of %s is neither a bounce nor a complaint', async (_, message, from) => {
    const id = await accept('ann@example.com');
    expect(lastOf(await send(id, message, from))).toMatch(/^250/);
    expect((await getEmail(database, id, 'all'))?.lastEvent).toBe('queued');
    expect(await database.suppression.count()).toBe(0);
  });

  test('about a forwarded address is a bounce with the reason forward_failed, and suppresses no recipient', async () => {
    const id = await accept('ann@example.com');
    const original = 'Final-Recipient: rfc822; someone@other.example\r\nOriginal-Recipient: rfc822;ann@example.com';
    await send(id, bounce('ann@example.com').replace('Final-Recipient: rfc822; ann@example.com', original));
    expect(await database.emailEvent.findMany({ where: { emailId: id, type: 'bounced' } })).toMatchObject([
      { data: { recipient: 'ann@example.com', reason: 'forward_failed', enhancedCode: '5.1.1' } },
    ]);
    expect(await database.suppression.count()).toBe(0);
  });

  test('of a delay in free text is recorded as a delay', async () => {
    const id = await accept('ann@example.com');
    const words =
      'There was a temporary problem delivering your message to ann@example.com. Gmail will retry for 47 more hours. ' +
      "You'll be notified if the delivery fails permanently.";
    await send(id, `From: mailer-daemon@googlemail.com\r\nSubject: Delivery Status Notification (Delay)\r\n\r\n${words}`);
    expect((await getEmail(database, id, 'all'))?.lastEvent).toBe('delivery_delayed');
  });

  test.each(['zt2b8xQ/==@example.com', '[redacted]@example.com', 'redacted'])(
    'of a complaint about the redacted address %s suppresses the recipient (RFC 6590)',
    async (redacted) => {
      const id = await accept('ann@example.com');
      await send(id, complaint.replace('Feedback-Type: abuse', `Feedback-Type: abuse\r\nOriginal-Rcpt-To: <${redacted}>`));
      expect(await database.suppression.findMany()).toMatchObject([{ email: 'ann@example.com', origin: 'complaint' }]);
    },
  );

  test('about a deleted email is accepted', async () => {
    expect(lastOf(await send(newId(), bounce('gone@example.com')))).toMatch(/^250/);
  });
});

describe('the server refuses', () => {
  test('a forged return path in reply to RCPT TO', async () => {
    const forged = openReturnPaths({ domain: 'bounces.acme.example', key: 'y'.repeat(32) }).addressOf(newId());
    const replies = await handOver({ port: server.port, to: [forged], message: bounce('gone@example.com') });
    expect(lastOf(replies)).toMatch(/^550 5\.1\.1/);
  });

  test('mail to any other address', async () => {
    const to = ['ann@example.com', 'postmaster@bounces.acme.example'];
    const replies = await handOver({ port: server.port, to, message: '' });
    expect(replies.slice(-2)).toEqual([expect.stringMatching(/^550/) as unknown, expect.stringMatching(/^550/) as unknown]);
  });

  test('a message that is too large', async () => {
    const id = await accept('ann@example.com');
    expect(lastOf(await send(id, Buffer.alloc(6 * 1024 * 1024, 'x\r\n')))).toMatch(/^552/);
  });
});

describe('a stranger', () => {
  test('that guesses recipients is disconnected', async () => {
    const dialogue = await openDialogue(server.port);
    await dialogue.hear();
    await dialogue.say('EHLO mx.example.com');
    await dialogue.say('MAIL FROM:<>');
    for (let n = 1; n < 10; n += 1) {
      expect(await dialogue.say(`RCPT TO:<guess-${String(n)}@bounces.acme.example>`)).toMatch(/^550 /);
    }
    expect(await dialogue.say('RCPT TO:<guess-10@bounces.acme.example>')).toBe('421 4.7.0 Too many wrong recipients');
    await dialogue.ended;
  });

  test('is refused a connection beyond the limit per address, until it closes others', async () => {
    const id = await accept('ann@example.com');
    const held = [];
    for (let n = 0; n < settings.limits.perAddress; n += 1) {
      const dialogue = await openDialogue(server.port);
      expect(await dialogue.hear()).toMatch(/^220/);
      held.push(dialogue);
    }
    const another = await openDialogue(server.port);
    expect(await another.hear()).toBe('421 4.7.0 Too many connections from your address. Try again in a moment.');
    for (const dialogue of [...held, another]) {
      dialogue.cut();
      await dialogue.ended;
    }
    await sleep(200);
    expect(lastOf(await send(id, complaint))).toMatch(/^250/);
  });
});

test('a report that contains a large message is parsed', async () => {
  const id = await accept('gone@example.com');
  const returned = ['--b', 'Content-Type: message/rfc822', '', 'Subject: x', '', `${'a'.repeat(76)}\r\n`.repeat(50_000)];
  const message = bounce('gone@example.com').replace(/--b--$/, [...returned, '--b--'].join('\r\n'));
  expect(Buffer.byteLength(message)).toBeGreaterThan(3_000_000);
  expect(lastOf(await send(id, message))).toMatch(/^250/);
  expect((await getEmail(database, id, 'all'))?.lastEvent).toBe('bounced');
});

test('a report is answered 451 while the database is unavailable, so that it is sent again', async () => {
  const other = await openMigratedDatabase({ maxConnections: 1 });
  const alone = await openFeedbackServer({ database: other.database, logger, returnPaths, parsers, noteRefusal }, settings);
  await other.close();
  const to = [returnPaths.addressOf(newId())];
  expect(lastOf(await handOver({ port: alone.port, to, message: bounce('gone@example.com') }))).toMatch(/^451 4\.3\.0/);
  await alone.close();
});

describe('a stranger', () => {
  const startHeld = (held: { readonly session?: object; readonly pace?: object }) =>
    openFeedbackServer(
      {
        ...{ database, logger, returnPaths, parsers, noteRefusal },
        held: { session: { ...FEEDBACK_LIMITS.session, ...held.session }, pace: { ...FEEDBACK_LIMITS.pace, ...held.pace } },
      },
      settings,
    );

  test('that sends endless NOOP commands is disconnected', async () => {
    const alone = await startHeld({ session: { maxCommands: 20 } });
    const dialogue = await openDialogue(alone.port);
    await dialogue.hear();
    dialogue.send('NOOP\r\n'.repeat(21));
    for (let n = 0; n < 20; n += 1) expect(await dialogue.hear()).toMatch(/^250/);
    expect(await dialogue.hear()).toMatch(/^421 4\.7\.0 This connection had too many commands/);
    await dialogue.ended;
    expect(refusals).toContain('session_too_long');
    await alone.close();
  });

  test('whose message does not end is disconnected', async () => {
    const alone = await startHeld({ pace: { graceMs: 100, minBytesPerSecond: 1_000_000 } });
    const dialogue = await openDialogue(alone.port);
    await dialogue.hear();
    for (const command of ['EHLO mx.example.com', 'MAIL FROM:<>', `RCPT TO:<${returnPaths.addressOf(newId())}>`, 'DATA']) {
      await dialogue.say(command);
    }
    dialogue.send('Subject: x\r\n');
    expect(await dialogue.hear()).toMatch(/^421 4\.4\.2 The message did not end in time/);
    await dialogue.ended;
    expect(refusals).toContain('message_not_ended');
    await alone.close();
  });

  test('that sends report after report stays connected', async () => {
    const alone = await startHeld({ session: { maxCommands: 6 } });
    const id = await accept('ann@example.com');
    const dialogue = await openDialogue(alone.port);
    await dialogue.hear();
    for (let n = 0; n < 5; n += 1) {
      for (const command of ['EHLO mx.example.com', 'MAIL FROM:<>', `RCPT TO:<${returnPaths.addressOf(id)}>`, 'DATA']) {
        expect(await dialogue.say(command)).toMatch(/^[23]5/);
      }
      expect(await dialogue.say(`${bounce('ann@example.com')}\r\n.`)).toMatch(/^250/);
    }
    dialogue.cut();
    await alone.close();
  });
});

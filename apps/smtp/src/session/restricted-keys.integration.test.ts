/** Restrictions of API keys: senders, networks, quotas and rate limits. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openEmailCheck, openAcceptance, openEmailRate, type EmailRate } from '@sendoff/intake';
import { createApiKey, readKeyUsage } from '@sendoff/db';
import { authPlain, openDialogue, openSession } from '../../test/smtp-dialogue.ts';
import { startTestSubmission, type TestSubmission } from '../../test/start-test-submission.ts';

let server: TestSubmission;
let rate: EmailRate;

beforeAll(async () => {
  rate = openEmailRate({ count: 5, periodMs: 3_600_000 }, { logger: { warn: () => undefined } as never, now: () => 0 });
  server = await startTestSubmission({ parts: ({ database }) => ({ accept: openAcceptance(database, { rate }), rate }) });
});
afterAll(async () => {
  rate.close();
  await server.close();
});
beforeEach(() => server.database.$executeRaw`TRUNCATE "EmailRecord" CASCADE`);

type Restrictions = Parameters<TestSubmission['database']['apiKey']['update']>[0]['data'];

async function restrictedKey(data: Restrictions = {}): Promise<{ readonly id: string; readonly token: string }> {
  const key = await createApiKey(server.database, { name: 'test', permission: 'sending_access', mode: 'live' });
  await server.database.apiKey.update({ where: { id: key.id }, data });
  return key;
}

interface Submitted {
  readonly token: string;
  readonly header?: string;
  readonly sender?: string;
  readonly port?: number;
}

/** Submits a message. @returns the reply to it, or to MAIL if that was refused. */
async function submit({
  token,
  header = 'From: news@acme.example',
  sender = 'b+1@acme.example',
  port,
}: Submitted): Promise<string> {
  const dialogue = await openSession(port ?? server.tlsPort, token, { tls: true });
  try {
    const mail = await dialogue.say(`MAIL FROM:<${sender}>`);
    if (!mail.startsWith('250')) return mail;
    await dialogue.say('RCPT TO:<bob@example.com>');
    await dialogue.say('DATA');
    dialogue.send(`${header}\r\nSubject: Hello\r\n\r\nIt works.\r\n`);
    return await dialogue.say('.');
  } finally {
    dialogue.cut();
  }
}

describe('a key with senders', () => {
  let token: string;
  beforeEach(async () => {
    ({ token } = await restrictedKey({ allowedSenders: ['news@acme.example', 'shop.example'] }));
  });

  test.each([
    ['From: News <NEWS@acme.example>', 'b+1@acme.example'],
    ['From: a@shop.example\r\nSender: news@acme.example', ''],
    ['X-No: from', 'a@shop.example'],
  ])('submits with the header %j and the envelope %j', async (header, sender) => {
    expect(await submit({ token, header, sender })).toMatch(/^250 /);
  });

  test.each([
    ['another From', 'From: ceo@acme.example', ''],
    ['another Sender', 'From: news@acme.example\r\nSender: ceo@acme.example', ''],
    ['another resender', 'From: news@acme.example\r\nResent-From: ceo@acme.example', ''],
    ['one of several authors', 'From: news@acme.example, ceo@acme.example\r\nSender: news@acme.example', ''],
    ['the sender of the envelope, which stands in for From', 'X-No: from', 'ceo@acme.example'],
  ])('does not submit as %s', async (_what, header, sender) => {
    expect(await submit({ token, header, sender })).toBe(
      '550 5.7.1 This API key may not send as ceo@acme.example, only as: news@acme.example, shop.example.',
    );
    expect(await server.database.emailRecord.count()).toBe(0);
  });

  test.each(['From: ceo@other.example <news@acme.example>', 'From: news@acme.example (News)', 'From: somebody'])(
    'does not submit what programs could read in two ways: %s',
    async (header) => {
      expect(await submit({ token, header })).toMatch(/^550 5\.7\.1 .*cannot be read with certainty/);
    },
  );

  test('refuses an envelope sender that is not its own', async () => {
    expect(await submit({ token, sender: 'victim@other.example' })).toBe(
      '550 5.7.1 This API key may not use victim@other.example as the sender of the envelope: it must be empty, or at one of: acme.example, shop.example.',
    );
  });
});

describe('a message is refused with any key', () => {
  test.each([
    ['with two From', 'From: a@acme.example\r\nFrom: ceo@other.example', /^554 5\.6\.0 Line 2 of the header is a second/],
    [
      'with a From that some programs ignore',
      'From: a@acme.example\r\nFrom : ceo@other.example',
      /^554 5\.6\.0 Line 2 .*white space/,
    ],
    ['with a line that is no field', 'From: a@acme.example\r\nhello\r\nTo: b@example.com', /^554 5\.6\.0 Line 2 .*no field/],
    ['that starts with a folded line', ' x\r\nFrom: a@acme.example', /^554 5\.6\.0 Line 1 .*none before it/],
    ['with two subjects', 'From: a@acme.example\r\nSubject: Other', /^554 5\.6\.0 Line 3 .*second field/],
    ['with several authors and no Sender', 'From: a@acme.example, b@acme.example', /^554 5\.6\.0 The field From names several/],
    [
      'with a relay instruction',
      'From: a@acme.example\r\nX-SES-Source-ARN: x',
      /^550 5\.7\.1 The header field `x-ses-source-arn` tells/,
    ],
  ])('%s', async (_what, header, reply) => {
    const { token } = await restrictedKey();
    expect(await submit({ token, header })).toMatch(reply);
    expect(await server.database.emailRecord.count()).toBe(0);
  });

  test('but not for a relay instruction that the operator allows', async () => {
    const allowing = await startTestSubmission({
      parts: ({ database }) => ({ accept: openAcceptance(database, { check: openEmailCheck({ relayHeaders: 'allow' }) }) }),
    });
    const header = 'From: a@acme.example\r\nX-SES-Source-ARN: x';
    expect(await submit({ token: allowing.token, header, port: allowing.tlsPort })).toMatch(/^250 /);
    await allowing.close();
  });
});

test('the From line of a Unix mailbox and a Return-Path are removed', async () => {
  const { token } = await restrictedKey();
  const header = 'From ann@acme.example Mon Nov 30 04:05:06 2026\r\nReturn-Path: <ceo@other.example>\r\nFrom: a@acme.example';
  expect(await submit({ token, header })).toMatch(/^250 /);
  const kept = await server.database.attachmentContent.findFirst({ where: { messages: { some: {} } } });
  const sent = Buffer.from(kept?.bytes ?? []).toString();
  expect(sent).toContain('\r\nFrom: a@acme.example\r\n');
  expect(sent).not.toMatch(/^From ann|Return-Path/m);
});

describe('a key with networks', () => {
  const login = async (token: string): Promise<string> => {
    const dialogue = await openDialogue(server.tlsPort, { tls: true });
    await dialogue.hear();
    await dialogue.say('EHLO client.example');
    const reply = await dialogue.say(authPlain(token));
    dialogue.cut();
    return reply;
  };

  test('authenticates only from those networks', async () => {
    expect(await login((await restrictedKey({ allowedNetworks: ['127.0.0.0/8'] })).token)).toMatch(/^235 /);
    expect(await login((await restrictedKey({ allowedNetworks: ['198.51.100.0/24'] })).token)).toBe(
      '535 5.7.1 This API key may not be used from 127.0.0.1.',
    );
  });
});

test('a key with a quota gets a temporary rejection beyond it', async () => {
  const { id, token } = await restrictedKey({ dailyEmails: 2, dailyBytes: 100_000 });
  for (let n = 0; n < 2; n += 1) expect(await submit({ token })).toMatch(/^250 /);
  expect(await submit({ token })).toBe('452 4.7.1 This API key may send 2 emails a day (UTC), and this would be more.');
  expect(await server.database.emailRecord.count()).toBe(2);
  const usage = (await readKeyUsage(server.database, [id])).get(id);
  expect(usage?.emails).toBe(2);
  expect(usage?.bytes).toBeGreaterThan(2 * 'It works.'.length);
});

test('a key that has used up its rate gets a temporary rejection before it sends a message', async () => {
  const { token } = await restrictedKey();
  for (let n = 0; n < 5; n += 1) expect(await submit({ token })).toMatch(/^250 /);
  expect(await submit({ token })).toBe('451 4.7.1 Too many emails for this API key. Send it again in a moment.');
  expect(await submit({ token: (await restrictedKey()).token })).toMatch(/^250 /);
});

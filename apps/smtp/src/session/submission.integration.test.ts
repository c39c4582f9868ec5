import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createApiKey, revokeApiKey } from '@sendoff/db';
import { authPlain, openDialogue, openSession } from '../../test/smtp-dialogue.ts';
import { startTestSubmission, type TestSubmission } from '../../test/start-test-submission.ts';

const MESSAGE = 'From: Ann <ann@acme.example>\r\nTo: bob@example.com\r\nSubject: Hello\r\n\r\nIt works.\r\n';

let server: TestSubmission;
beforeAll(async () => {
  server = await startTestSubmission();
});
afterAll(() => server.close());

describe('before authentication', () => {
  test('lists its extensions, and offers AUTH only on an encrypted connection', async () => {
    const plain = await openDialogue(server.port);
    expect(await plain.hear()).toBe('220 submission.example ESMTP Sendoff');
    const before = await plain.say('EHLO client.example');
    expect(before.split('\n').map((line) => line.slice(4))).toEqual([
      'submission.example Nice to meet you, [127.0.0.1]',
      'PIPELINING',
      '8BITMIME',
      'SMTPUTF8',
      'ENHANCEDSTATUSCODES',
      'STARTTLS',
      'SIZE 41943040',
    ]);
    expect(await plain.say(authPlain(server.token))).toBe('538 5.7.11 Error: Must issue a STARTTLS command first');
    expect(await plain.say('STARTTLS')).toMatch(/^220 /);
    const encrypted = await plain.encrypt();
    const after = await encrypted.say('EHLO client.example');
    expect(after).toContain('AUTH PLAIN LOGIN');
    expect(after).not.toContain('STARTTLS');
    expect(await encrypted.say(authPlain(server.token))).toMatch(/^235 2\.7\.0 /);
    encrypted.cut();
  });

  test('discards commands that arrived before the TLS handshake', async () => {
    const plain = await openDialogue(server.port);
    await plain.hear();
    await plain.say('EHLO client.example');
    expect(await plain.say('STARTTLS\r\nEHLO injected.example\r\nNOOP')).toMatch(/^220 /);
    const encrypted = await plain.encrypt();
    // No earlier command was answered: this reply is to this command, and asks for a greeting first.
    expect(await encrypted.say(authPlain(server.token))).toMatch(/^503 /);
    encrypted.cut();
  });

  test.each(['MAIL FROM:<ann@acme.example>', 'RCPT TO:<bob@example.com>', 'DATA'])('refuses %s', async (command) => {
    const dialogue = await openDialogue(server.tlsPort, { tls: true });
    await dialogue.hear();
    await dialogue.say('EHLO client.example');
    expect(await dialogue.say(command)).toMatch(/^530 5\.7\.0 Authentication required/);
    dialogue.cut();
  });

  test.each(['WIZ open', 'SHELL', 'KILL', 'XCLIENT ADDR=192.0.2.1', 'XFORWARD ADDR=192.0.2.1'])(
    'does not know %s',
    async (command) => {
      const dialogue = await openDialogue(server.tlsPort, { tls: true });
      await dialogue.hear();
      await dialogue.say('EHLO client.example');
      expect(await dialogue.say(command)).toMatch(/^500 5\.5\.2 /);
      dialogue.cut();
    },
  );
});

describe('authentication', () => {
  const greet = async () => {
    const dialogue = await openDialogue(server.tlsPort, { tls: true });
    await dialogue.hear();
    await dialogue.say('EHLO client.example');
    return dialogue;
  };
  const base64 = (text: string) => Buffer.from(text).toString('base64');

  test.each(['resend', 'sendoff', 'Resend'])('PLAIN works as %s, with and without an initial response', async (user) => {
    const atOnce = await greet();
    expect(await atOnce.say(authPlain(server.token, user))).toMatch(/^235 /);
    const asked = await greet();
    expect(await asked.say('AUTH PLAIN')).toBe('334');
    expect(await asked.say(base64(`\0${user}\0${server.token}`))).toMatch(/^235 /);
    atOnce.cut();
    asked.cut();
  });

  test('LOGIN works step by step and with an initial response', async () => {
    const steps = await greet();
    expect(await steps.say('AUTH LOGIN')).toBe(`334 ${base64('Username:')}`);
    expect(await steps.say(base64('resend'))).toBe(`334 ${base64('Password:')}`);
    expect(await steps.say(base64(server.token))).toMatch(/^235 /);
    const named = await greet();
    expect(await named.say(`AUTH LOGIN ${base64('resend')}`)).toMatch(/^334 /);
    expect(await named.say(base64(server.token))).toMatch(/^235 /);
    steps.cut();
    named.cut();
  });

  test('a wrong key, a wrong name, an empty key and an unknown mechanism are refused', async () => {
    const own = await startTestSubmission();
    const dialogue = await openDialogue(own.tlsPort, { tls: true });
    await dialogue.hear();
    await dialogue.say('EHLO client.example');
    expect(await dialogue.say(authPlain('re_so_live_wrong'))).toBe('535 5.7.8 API key is invalid');
    expect(await dialogue.say(authPlain(own.token, 'ann'))).toBe('535 5.7.8 API key is invalid');
    expect(await dialogue.say(authPlain(''))).toBe('535 5.7.8 API key is invalid');
    expect(await dialogue.say('AUTH CRAM-MD5')).toMatch(/^504 5\.5\.4 /);
    dialogue.cut();
    await own.close();
  });

  test('an address with more than ten wrong keys is disconnected, but a valid key from it is accepted', async () => {
    const own = await startTestSubmission();
    for (let n = 0; n < 10; n += 1) {
      const dialogue = await openDialogue(own.tlsPort, { tls: true });
      await dialogue.hear();
      await dialogue.say('EHLO client.example');
      expect(await dialogue.say(authPlain(`re_so_live_${String(n)}`))).toMatch(/^535 /);
      dialogue.cut();
    }
    const { token } = await createApiKey(own.database, { name: 'new', permission: 'full_access', mode: 'live' });
    const refused = await openDialogue(own.tlsPort, { tls: true });
    await refused.hear();
    await refused.say('EHLO client.example');
    expect(await refused.say(authPlain('so_live_wrong'))).toMatch(/^421 4\.7\.0 Too many wrong API keys/);
    await refused.ended;
    const again = await openSession(own.tlsPort, token, { tls: true });
    again.cut();
    await own.close();
  });

  test('a key that another process revokes is refused within seconds, also on an open connection', async () => {
    const own = await startTestSubmission();
    const { id, token } = await createApiKey(own.database, { name: 'leaked', permission: 'full_access', mode: 'live' });
    const dialogue = await openSession(own.tlsPort, token, { tls: true });
    expect(await dialogue.say('MAIL FROM:<ann@acme.example>')).toMatch(/^250 /);
    await revokeApiKey(own.database, id, 'all');
    let reply = '250';
    while (reply.startsWith('250')) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await dialogue.say('RSET');
      reply = await dialogue.say('MAIL FROM:<ann@acme.example>');
    }
    expect(reply).toBe('535 5.7.8 API key is invalid');
    expect(await dialogue.say('MAIL FROM:<ann@acme.example>')).toMatch(/^530 /);
    dialogue.cut();
    await own.close();
  });

  test('a message is not accepted when its key is revoked during the transfer', async () => {
    const own = await startTestSubmission();
    const { id, token } = await createApiKey(own.database, { name: 'leaked', permission: 'full_access', mode: 'live' });
    const dialogue = await openSession(own.tlsPort, token, { tls: true });
    await dialogue.say('MAIL FROM:<ann@acme.example>');
    await dialogue.say('RCPT TO:<bob@example.com>');
    expect(await dialogue.say('DATA')).toMatch(/^354 /);
    await revokeApiKey(own.database, id, 'all');
    await untilRefused(own.tlsPort, token);
    expect(await dialogue.say(`${MESSAGE}.`)).toMatch(/^535 5\.7\.8 /);
    expect(await own.database.emailRecord.count()).toBe(0);
    dialogue.cut();
    await own.close();
  });

  test('AUTH is offered unencrypted on a loopback address without a certificate', async () => {
    const own = await startTestSubmission({ encrypted: false });
    expect(own.submission.addresses).toHaveLength(1);
    const dialogue = await openDialogue(own.port);
    await dialogue.hear();
    const features = await dialogue.say('EHLO client.example');
    expect(features).toContain('AUTH PLAIN LOGIN');
    expect(features).not.toContain('STARTTLS');
    expect(await dialogue.say(authPlain(own.token))).toMatch(/^235 /);
    dialogue.cut();
    await own.close();
  });
});

/** Authenticates repeatedly until the key is refused. */
async function untilRefused(port: number, token: string): Promise<void> {
  for (let reply = '235'; reply.startsWith('235');) {
    const dialogue = await openDialogue(port, { tls: true });
    await dialogue.hear();
    await dialogue.say('EHLO client.example');
    reply = await dialogue.say(authPlain(token));
    dialogue.cut();
  }
}

describe('the envelope', () => {
  const session = () => openSession(server.tlsPort, server.token, { tls: true });

  test.each([
    ['MAIL FROM:<ann@localhost>', /^550 5\.1\.7 The sender must have a full domain name/],
    ['MAIL FROM:<ann@[192.0.2.1]>', /^550 5\.1\.7 The sender must have a domain name after the `@`, not an IP address/],
    ['MAIL FROM:ann@acme.example', /^501 5\.1\.7 /],
    ['MAIL FROM:<ann@acme.example> SIZE=41943041', /^552 5\.3\.4 /],
    ['MAIL FROM:<ann@acme.example> SIZE=many', /^501 5\.5\.4 /],
    ['MAIL FROM:<ann@acme.example> BODY=BINARYMIME', /^501 5\.5\.4 /],
    ['MAIL FROM:<jürgen@acme.example>', /^553 5\.6\.7 The address has non-ASCII characters/],
    ['MAIL FROM:<>', /^250 2\.1\.0 /],
    ['MAIL FROM:<ann@acme.example> SIZE=41943040 BODY=8BITMIME SMTPUTF8', /^250 2\.1\.0 /],
    ['MAIL FROM:<jürgen@acme.example> SMTPUTF8', /^250 2\.1\.0 /],
    ['MAIL FROM:<ann@münchen.example>', /^250 2\.1\.0 /],
    ['MAIL FROM:<ann@acme.example> AUTH=<>', /^250 2\.1\.0 /],
    ['MAIL FROM:<ann@acme.example> FOO=bar', /^555 5\.5\.4 MAIL has the parameter FOO, which is not known here/],
    ['MAIL FROM:<ann@acme.example> SIZE=10 HOLDUNTIL=2026-12-01T00:00:00Z', /^555 5\.5\.4 MAIL has the parameter HOLDUNTIL/],
    ['MAIL FROM:<ann@acme.example> MT-PRIORITY=3', /^555 5\.5\.4 MAIL has the parameter MT-PRIORITY/],
    ['MAIL FROM:<ann@acme.example> REQUIRETLS', /^555 5\.5\.4 MAIL has the parameter REQUIRETLS/],
    [`MAIL FROM:<ann@acme.example> ${'é'.repeat(50)}=1`, /^555 5\.5\.4 MAIL has the parameter \?{30}, /],
    // RFC 3461 is not offered, but its parameters are accepted and ignored.
    ['MAIL FROM:<ann@acme.example> RET=HDRS ENVID=QQ314159', /^250 2\.1\.0 /],
  ])('%s', async (command, reply) => {
    const dialogue = await session();
    dialogue.send(Buffer.from(`${command}\r\n`));
    expect(await dialogue.hear()).toMatch(reply);
    dialogue.cut();
  });

  test.each([
    ['RCPT TO:<bob@localhost>', /^550 5\.1\.3 The recipient must have a full domain name/],
    ['RCPT TO:<"bob b"@example.com>', /^50\d|^550 5\.1\.3/],
    ['RCPT TO:<>', /^501 5\.1\.3 /],
    ['RCPT TO:<用户@example.com>', /^553 5\.6\.7 /],
    ['RCPT TO:<bob@example.com> RRVS=2026-01-01T00:00:00Z', /^555 5\.5\.4 RCPT has the parameter RRVS/],
    ['RCPT TO:<bob@example.com> FOO', /^555 5\.5\.4 RCPT has the parameter FOO/],
    ['RCPT TO:<bob@example.com> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;bob@example.com', /^250 2\.1\.5 /],
  ])('%s', async (command, reply) => {
    const dialogue = await session();
    await dialogue.say('MAIL FROM:<ann@acme.example>');
    dialogue.send(Buffer.from(`${command}\r\n`));
    expect(await dialogue.hear()).toMatch(reply);
    dialogue.cut();
  });

  test('accepts 150 recipients per transaction, and refuses more temporarily', async () => {
    const dialogue = await session();
    await dialogue.say('MAIL FROM:<ann@acme.example>');
    for (let n = 0; n < 150; n += 1) {
      expect(await dialogue.say(`RCPT TO:<bob-${String(n)}@example.com>`)).toMatch(/^250 /);
    }
    expect(await dialogue.say('RCPT TO:<bob-150@example.com>')).toMatch(/^452 4\.5\.3 A message can have up to 150 recipients/);
    expect(await dialogue.say('DATA')).toMatch(/^354 /);
    const [, id = ''] = /^250 2\.6\.0 Kept as (\S+)$/.exec(await dialogue.say(`${MESSAGE}.`)) ?? [];
    expect(await server.database.emailRecipient.count({ where: { emailId: id } })).toBe(150);
    dialogue.cut();
  });

  test('does not offer REQUIRETLS, with or without encryption', async () => {
    const encrypted = await openDialogue(server.tlsPort, { tls: true });
    await encrypted.hear();
    expect(await encrypted.say('EHLO client.example')).not.toContain('REQUIRETLS');
    encrypted.cut();
    const own = await startTestSubmission({ encrypted: false });
    const plain = await openSession(own.port, own.token);
    expect(await plain.say('MAIL FROM:<ann@acme.example> REQUIRETLS')).toMatch(/^5/);
    plain.cut();
    await own.close();
  });

  test('does not apply the SMTPUTF8 of a refused MAIL to the next one', async () => {
    const dialogue = await session();
    expect(await dialogue.say('MAIL FROM:<ann@acme.example> SMTPUTF8 FOO=bar')).toMatch(/^555 /);
    dialogue.send(Buffer.from('MAIL FROM:<jürgen@acme.example>\r\n'));
    expect(await dialogue.hear()).toMatch(/^553 5\.6\.7 /);
    dialogue.cut();
  });

  test.each([
    ['in another letter case', ['Case2@example.com', 'CASE2@example.com', 'case2@Example.com']],
    ['with its domain in Unicode', ['Case2@münchen.example', 'CASE2@xn--mnchen-3ya.example']],
    ['with its domain in full-width characters', ['Case2@example.com', 'CASE2@ｅxample.com']],
  ])('a recipient that is repeated %s is kept once, in its first spelling', async (_how, addresses) => {
    const dialogue = await session();
    await dialogue.say('MAIL FROM:<ann@acme.example>');
    for (const address of [...addresses, 'bob@example.com']) {
      dialogue.send(Buffer.from(`RCPT TO:<${address}>\r\n`));
      expect(await dialogue.hear()).toMatch(/^250 /);
    }
    await dialogue.say('DATA');
    const [, id = ''] = /^250 2\.6\.0 Kept as (\S+)$/.exec(await dialogue.say(`${MESSAGE}.`)) ?? [];
    const { envelopeRecipients } = await server.database.emailContent.findUniqueOrThrow({ where: { emailId: id } });
    const [first = ''] = addresses;
    const domain = first.includes('ü') ? 'xn--mnchen-3ya.example' : 'example.com';
    expect(envelopeRecipients).toEqual([`Case2@${domain}`, 'bob@example.com']);
    expect(await server.database.emailRecipient.count({ where: { emailId: id } })).toBe(2);
    dialogue.cut();
  });

  test('pipelined commands are answered in order', async () => {
    const dialogue = await session();
    dialogue.send('MAIL FROM:<ann@acme.example>\r\nRCPT TO:<bob@example.com>\r\nRCPT TO:<bob@localhost>\r\nDATA\r\n');
    const replies = [await dialogue.hear(), await dialogue.hear(), await dialogue.hear(), await dialogue.hear()];
    expect(replies.map((reply) => reply.slice(0, 3))).toEqual(['250', '250', '550', '354']);
    expect(await dialogue.say(`${MESSAGE}.`)).toMatch(/^250 2\.6\.0 /);
    expect(await dialogue.say('QUIT')).toMatch(/^221 /);
    await dialogue.ended;
  });
});

describe('the message', () => {
  const submit = async (octets: string | Uint8Array, mail = 'MAIL FROM:<ann@acme.example>') => {
    const dialogue = await openSession(server.tlsPort, server.token, { tls: true });
    await dialogue.say(mail);
    await dialogue.say('RCPT TO:<bob@example.com>');
    await dialogue.say('DATA');
    dialogue.send(octets);
    const reply = await dialogue.say('.');
    dialogue.cut();
    return reply;
  };

  beforeEach(() => server.database.$executeRaw`TRUNCATE "EmailRecord" CASCADE`);

  test.each([
    ['a leading dot next to a bare LF', 'Subject: x\r\n\r\none\n..\r\n', /^554 5\.6\.0 Lines of the message end in LF alone/],
    ['a CR inside of a line', 'Subject: x\r\n\r\none\rtwo\r\n', /^554 5\.6\.0 The message holds a CR/],
    ['a NUL', 'Subject: x\r\n\r\none\0two\r\n', /^554 5\.6\.0 The message holds a NUL octet/],
    ['a line of 999 octets', `Subject: x\r\n\r\n${'a'.repeat(999)}\r\n`, /^554 5\.6\.0 A line of the message has 999 octets/],
    [
      'octets in the header that are not UTF-8',
      Buffer.from('Subject: Gr\xfc\xdfe\r\n\r\nx\r\n', 'latin1'),
      /^554 5\.6\.0 .*not UTF-8/,
    ],
  ])('with %s is refused, and nothing is stored', async (_what, octets, reply) => {
    expect(await submit(octets)).toMatch(reply);
    expect(await server.database.emailRecord.count()).toBe(0);
  });

  test('with a header that is not UTF-8 is refused, with or without SMTPUTF8', async () => {
    const latin1 = Buffer.from('Subject: Gr\xfc\xdfe\r\n\r\nx\r\n', 'latin1');
    expect(await submit(latin1, 'MAIL FROM:<ann@acme.example> SMTPUTF8')).toMatch(/^554 5\.6\.0 .*not UTF-8/);
  });

  const keptMessage = async (): Promise<string> => {
    const kept = await server.database.attachmentContent.findFirst({ where: { messages: { some: {} } } });
    return Buffer.from(kept?.bytes ?? []).toString();
  };

  test('with a UTF-8 header and no SMTPUTF8 is stored with an encoded header', async () => {
    const header = 'From: Jürgen <j@acme.example>\r\nTo: bob@example.com\r\nSubject: Grüße';
    expect(await submit(Buffer.from(`${header}\r\n\r\nStraße\r\n`))).toMatch(/^250 /);
    expect(await keptMessage()).toContain(
      'From: =?UTF-8?Q?J=C3=BCrgen?= <j@acme.example>\r\nTo: bob@example.com\r\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\n\r\nStraße\r\n',
    );
    expect(await server.database.emailRecord.findFirst()).toMatchObject({ subject: 'Grüße', from: 'Jürgen <j@acme.example>' });
  });

  test('with LF line ends, as from as_bytes() in Python, is stored with CRLF', async () => {
    expect(await submit('From: ann@acme.example\nSubject: Hello\n\nIt works.\n\nBye\r\n')).toMatch(/^250 /);
    expect(await keptMessage()).toMatch(/\r\nFrom: ann@acme\.example\r\nSubject: Hello\r\n\r\nIt works\.\r\n\r\nBye\r\n$/);
    expect(await server.database.emailRecord.findFirst()).toMatchObject({ subject: 'Hello', from: 'ann@acme.example' });
  });

  test('without a From gets the envelope sender as From', async () => {
    expect(await submit('Subject: Cron\r\n\r\nx\r\n', 'MAIL FROM:<Root@acme.example>')).toMatch(/^250 /);
    expect(await keptMessage()).toContain('\r\nFrom: Root@acme.example\r\nSubject: Cron\r\n');
    expect(await server.database.emailRecord.findFirst()).toMatchObject({ from: 'Root@acme.example' });
  });

  test('without a From is refused when the envelope sender is null', async () => {
    expect(await submit('Subject: Report\r\n\r\nx\r\n', 'MAIL FROM:<>')).toMatch(/^554 5\.6\.0 .*no From field/);
  });

  test('with a UTF-8 header and an 8-bit body is stored unchanged', async () => {
    const message = Buffer.from('From: Jürgen <j@acme.example>\r\nSubject: Grüße\r\n\r\nStraße\r\n');
    expect(await submit(message, 'MAIL FROM:<j@acme.example> BODY=8BITMIME SMTPUTF8')).toMatch(/^250 /);
    const kept = await server.database.attachmentContent.findFirst({ where: { messages: { some: {} } } });
    expect(Buffer.from(kept?.bytes ?? []).toString()).toContain(message.toString());
    expect(Buffer.from(kept?.bytes ?? []).toString()).toMatch(/^Received: .*\r\n\tby submission\.example with UTF8SMTPSA id /);
    expect(await server.database.emailRecord.findFirst()).toMatchObject({ subject: 'Grüße', from: 'Jürgen <j@acme.example>' });
  });

  test('may have a subject and a sender that exceed the size of an index entry', async () => {
    // Random text, which PostgreSQL cannot compress below the limit.
    const noise = Array.from({ length: 200 }, (_, n) => createHash('sha256').update(String(n)).digest('hex'));
    const words = noise.map((word) => `=?UTF-8?B?${Buffer.from(word, 'hex').toString('base64')}?=`);
    const message = `From: <${noise.join('\r\n ')}@acme.example>\r\nSubject: ${words.join('\r\n ')}\r\n\r\nx\r\n`;
    expect(await submit(message)).toMatch(/^250 /);
    const { fromAddress, subject } = await server.database.emailRecord.findFirstOrThrow();
    for (const text of [fromAddress, subject]) expect(Buffer.byteLength(text)).toBeGreaterThan(1990);
  });

  test('cannot smuggle a second message, because only CR LF . CR LF ends it', async () => {
    const inner = 'MAIL FROM:<eve@evil.example>\r\nRCPT TO:<bob@example.com>\r\nDATA\r\nSubject: smuggled\r\n\r\nx\r\n';
    for (const end of ['\n.\n', '\n.\r\n', '\r\n.\n', '\r.\r', '\r\n.\r', '\n\n.\r\n']) {
      expect(await submit(`Subject: x\r\n\r\none${end}${inner}`)).toMatch(/^554 5\.6\.0 /);
    }
    expect(await server.database.emailRecord.count()).toBe(0);
  });

  test.each(['\n.\n', '\n.\r\n', '\r\n.\n', '\r.\r', '\r\n.\r', '\r.\r\n', '\n.\r', '\r\n\r.\r\n'])(
    'is not ended by %j in a pipelined session',
    async (end) => {
      const dialogue = await openSession(server.tlsPort, server.token, { tls: true });
      const envelope = 'MAIL FROM:<ann@acme.example>\r\nRCPT TO:<bob@example.com>\r\nDATA\r\n';
      dialogue.send(`${envelope}Subject: x\r\n\r\none${end}${envelope}Subject: smuggled\r\n\r\nx\r\n.\r\nNOOP\r\n`);
      const replies: string[] = [];
      for (let n = 0; n < 5; n += 1) replies.push(await dialogue.hear());
      expect(replies.map((reply) => reply.slice(0, 3))).toEqual(['250', '250', '354', '554', '250']);
      expect(await dialogue.say('QUIT')).toMatch(/^221 /);
      await dialogue.ended;
      expect(await server.database.emailRecord.count()).toBe(0);
    },
  );

  test('larger than 40 MB is refused, and the connection stays open', async () => {
    const dialogue = await openSession(server.tlsPort, server.token, { tls: true });
    await dialogue.say('MAIL FROM:<ann@acme.example>');
    await dialogue.say('RCPT TO:<bob@example.com>');
    await dialogue.say('DATA');
    const megabyte = Buffer.from(`${'a'.repeat(62)}\r\n`.repeat(16 * 1024));
    for (let n = 0; n < 41; n += 1) dialogue.send(megabyte);
    expect(await dialogue.say('.')).toBe('552 5.3.4 The message is larger than 40 MB.');
    expect(await dialogue.say('NOOP')).toMatch(/^250 /);
    dialogue.cut();
  });

  test('with a used idempotency key is stored once, even if it was built again', async () => {
    const make = (date: string, text: string) =>
      `From: ann@acme.example\r\nTo: bob@example.com\r\nResend-Idempotency-Key: order-4711\r\nDate: ${date}\r\n` +
      `Message-ID: <${date.length.toString()}@acme.example>\r\nSubject: Hello\r\n\r\n${text}\r\n`;
    const first = await submit(make('Tue, 24 Nov 2026 06:00:00 +0000', 'It works.'));
    expect(first).toMatch(/^250 /);
    expect(await submit(make('Tue, 24 Nov 2026 06:00:01 GMT', 'It works.'))).toBe(first);
    expect(await submit(make('Tue, 24 Nov 2026 06:00:02 +0000', 'Something else.'))).toMatch(/^554 5\.5\.0 /);
    expect(await server.database.emailRecord.count()).toBe(1);
    const [kept] = await server.database.attachmentContent.findMany({ where: { messages: { some: {} } } });
    expect(Buffer.from(kept?.bytes ?? []).toString()).not.toMatch(/idempotency/i);
  });

  test('with an idempotency key of 257 characters is refused', async () => {
    expect(await submit(`Resend-Idempotency-Key: ${'k'.repeat(257)}\r\n\r\nx\r\n`)).toMatch(/^554 5\.6\.0 The header/);
  });

  test('of a test key is stored in test mode', async () => {
    const { token } = await createApiKey(server.database, { name: 'test', permission: 'sending_access', mode: 'test' });
    const dialogue = await openSession(server.tlsPort, token, { tls: true });
    await dialogue.say('MAIL FROM:<ann@acme.example>');
    await dialogue.say('RCPT TO:<bob@example.com>');
    await dialogue.say('DATA');
    expect(await dialogue.say(`${MESSAGE}.`)).toMatch(/^250 /);
    expect(await server.database.emailRecord.findFirst()).toMatchObject({ mode: 'test' });
    dialogue.cut();
  });

  test('is committed before the 250, and its job is queued', async () => {
    const [, id = ''] = /Kept as (\S+)$/.exec(await submit(MESSAGE)) ?? [];
    expect(await server.database.emailRecord.findUnique({ where: { id } })).toMatchObject({
      status: 'queued',
      messageId: `<${id}@acme.example>`,
      from: 'Ann <ann@acme.example>',
      to: ['bob@example.com'],
      subject: 'Hello',
    });
    expect(server.enqueued).toContain(id);
  });

  test('is answered before its parts are parsed, and displayed with them afterwards', async () => {
    const noted: string[] = [];
    const own = await startTestSubmission({
      parts: ({ partsReader }) => ({
        partsReader: {
          note: (email) => {
            noted.push(email.emailId);
            partsReader.note(email);
          },
        },
      }),
    });
    const dialogue = await openSession(own.tlsPort, own.token, { tls: true });
    await dialogue.say('MAIL FROM:<ann@acme.example>');
    await dialogue.say('RCPT TO:<bob@example.com>');
    await dialogue.say('DATA');
    const [, id = ''] = /Kept as (\S+)$/.exec(await dialogue.say(`${MESSAGE}.`)) ?? [];
    expect(noted).toEqual([id]);
    const where = { emailId: id };
    while ((await own.database.emailContent.findUniqueOrThrow({ where })).partsPending) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await own.database.emailContent.findUnique({ where })).toMatchObject({ text: 'It works.\n', html: null });
    dialogue.cut();
    await own.close();
  });

  test.each([
    [
      'more than 256 KB',
      `X-A: ${'a'.repeat(900)}\r\n`.repeat(300),
      /^552 5\.3\.4 The header of the message has more than the 262144 bytes/,
    ],
    ['more than 1,000 fields', 'X-A: a\r\n'.repeat(1001), /^552 5\.3\.4 The header of the message has more than the 1000 fields/],
  ])('with a header of %s is refused', async (_what, header, reply) => {
    expect(await submit(`${header}\r\nx\r\n`)).toMatch(reply);
    expect(await server.database.emailRecord.count()).toBe(0);
  });

  test('with an idempotency key is rejected temporarily when it cannot be parsed in time', async () => {
    const parseMessage = () => Promise.resolve({ problem: 'Parsing took too long.', cause: 'time' as const });
    const own = await startTestSubmission({ parts: ({ parsers }) => ({ parsers: { ...parsers, parseMessage } }) });
    const dialogue = await openSession(own.tlsPort, own.token, { tls: true });
    await dialogue.say('MAIL FROM:<ann@acme.example>');
    await dialogue.say('RCPT TO:<bob@example.com>');
    await dialogue.say('DATA');
    expect(await dialogue.say(`Resend-Idempotency-Key: a\r\n${MESSAGE}.`)).toMatch(
      /^452 4\.3\.1 The message could not be read in time to compare it/,
    );
    expect(await own.database.emailRecord.count()).toBe(0);
    dialogue.cut();
    await own.close();
  });

  test('is rejected temporarily while the database is unavailable', async () => {
    const away = new Error('Connection terminated unexpectedly');
    const own = await startTestSubmission({ parts: () => ({ accept: () => Promise.reject(away) }) });
    const dialogue = await openSession(own.tlsPort, own.token, { tls: true });
    await dialogue.say('MAIL FROM:<ann@acme.example>');
    await dialogue.say('RCPT TO:<bob@example.com>');
    await dialogue.say('DATA');
    expect(await dialogue.say(`${MESSAGE}.`)).toBe('451 4.3.0 Sendoff is temporarily unavailable. Try again shortly.');
    expect(own.refusals).toEqual(['unavailable']);
    dialogue.cut();
    await own.close();
  });
});

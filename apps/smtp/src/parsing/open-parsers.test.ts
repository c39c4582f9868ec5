import { afterAll, describe, expect, test } from '@jest/globals';
import { NO_PARTS } from '../message/read-parts.ts';
import { openParsers } from './open-parsers.ts';

const parsers = openParsers();
afterAll(() => parsers.close());

const parse = (text: string | Buffer) => parsers.parseMessage('key', Uint8Array.from(Buffer.from(text as string)));

const message = (attachment: string): string =>
  [
    ...['Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: multipart/alternative; boundary=a', ''],
    ...['--a', 'Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: quoted-printable', '', 'Stra=DFe'],
    ...['--a', 'Content-Type: text/html', '', '<p>hi</p>', '--a--', '--b', 'Content-Type: application/pdf; name=bill.pdf'],
    ...['Content-Disposition: attachment; filename=bill.pdf', 'Content-ID: <bill>', 'Content-Transfer-Encoding: base64', ''],
    ...[attachment, '--b--', ''],
  ].join('\r\n');

describe('parseMessage', () => {
  test('returns the texts and attachments of small and large messages', async () => {
    const large = `JVBERi0=\r\n${'QUFB'.repeat(19)}\r\n`.repeat(3000);
    for (const [attachment, length] of [
      ['JVBERi0=', 5],
      [large, 3000 * (5 + 57)],
    ] as const) {
      expect(await parse(message(attachment))).toMatchObject({
        text: expect.stringContaining('Straße'),
        html: expect.stringContaining('<p>hi</p>'),
        attachments: [{ filename: 'bill.pdf', contentType: 'application/pdf', contentId: 'bill', url: null, bytes: { length } }],
      });
    }
  });

  test('returns the bytes of attachments unchanged', async () => {
    const parts = await parse(message('JVBERi0='));
    const { attachments } = 'cause' in parts ? NO_PARTS : parts;
    expect(attachments.map(({ bytes }) => Buffer.from(bytes ?? []).toString())).toEqual(['%PDF-']);
  });

  test.each([
    ['nothing', ''],
    ['no header', '\r\nbody\r\n'],
    ['an invalid header', 'what is this\r\n\r\nbody\r\n'],
    ['a charset that does not exist', 'Content-Type: text/plain; charset=klingon\r\n\r\nx\r\n'],
    ['an encoding that does not exist', 'Content-Transfer-Encoding: rot13\r\n\r\nx\r\n'],
    ['a boundary that does not occur', 'Content-Type: multipart/mixed; boundary=b\r\n\r\nx\r\n'],
  ])('parses a message with %s', async (_what, text) => {
    expect(await parse(text)).not.toHaveProperty('cause');
  });

  test('replaces characters that PostgreSQL refuses', async () => {
    expect(
      await parse('Content-Type: text/html; charset=utf-16le\r\nContent-Transfer-Encoding: base64\r\n\r\nAABhAADY\r\n'),
    ).toMatchObject({
      html: '\uFFFDa\uFFFD',
    });
  });

  test('cuts long names without splitting a character', async () => {
    const faces = '\u{1F600}'.repeat(1000);
    const name = `=?UTF-8?B?${Buffer.from(faces).toString('base64')}?=`;
    const lines = [`Content-Type: application/pdf; name="${name}"`, `Content-ID: <${faces}>`, 'Content-Disposition: attachment'];
    expect(await parse([...lines, '', 'x', ''].join('\r\n'))).toMatchObject({
      attachments: [{ filename: faces.slice(0, 2 * 127), contentId: faces.slice(0, 2 * 63) }],
    });
  });

  // Each of these took seconds to minutes, or all memory, before it was limited.
  test.each([
    ['lines', 'Subject: x\r\n\r\n'.concat('\r\n'.repeat(600_001)), /more than 600000 lines/],
    ['parts', `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n'.repeat(1002)}`, /more than 1000 parts/],
    [
      'parts within parts',
      Array.from(
        { length: 60 },
        (_, n) => `Content-Type: multipart/mixed; boundary=b${String(n)}x\r\n\r\n--b${String(n)}x\r\n`,
      ).join(''),
      /nesting depth/,
    ],
    ['header bytes', `X: ${'a'.repeat(900)}\r\n`.repeat(1200), /header size/],
  ])('refuses a message with too many %s', async (_what, text, problem) => {
    expect(await parse(text)).toEqual({ cause: 'content', problem: expect.stringMatching(problem) });
  });

  test('returns hundreds of thousands of empty lines as one text', async () => {
    const parts = await parse(`Subject: x\r\n\r\n${'\r\n'.repeat(300_000)}`);
    expect('cause' in parts ? parts : parts.text?.length).toBe(300_000);
  });

  test('keeps up to a hundred attachments and ten megabytes of text', async () => {
    const files = `--b\r\nContent-Disposition: attachment\r\n\r\nx\r\n`.repeat(120);
    const text = `--b\r\n\r\n${`${'a'.repeat(900)}\r\n`.repeat(12_000)}`;
    const parts = await parse(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${files}${text}--b--\r\n`);
    const { attachments, text: kept } = 'cause' in parts ? NO_PARTS : parts;
    expect([attachments.length, kept?.length]).toEqual([100, 10 * 1024 * 1024]);
  });

  test('gives up a message that takes too long, and parses others as before', async () => {
    const hurried = openParsers({ timeoutMs: 1 });
    expect(await hurried.parseMessage('key', Uint8Array.from(Buffer.from(message('JVBERi0='))))).toEqual({
      cause: 'time',
      problem: 'Parsing took too long.',
    });
    await hurried.close();
    expect(await parse(message('JVBERi0='))).toMatchObject({ attachments: { length: 1 } });
  });

  test('returns the cause `turn` when the threads are closed during parsing', async () => {
    const closing = openParsers();
    const parsing = closing.parseLater('key', () => {
      void closing.close();
      return Promise.resolve(Uint8Array.from(Buffer.from(message('JVBERi0='))));
    });
    expect(await parsing).toEqual({ cause: 'turn', problem: 'The process is stopping.' });
  });
});

test('a header is encoded in ASCII', async () => {
  const encoded = await parsers.encodeHeader('key', Buffer.from('Subject: Grüße\r\n'));
  expect('cause' in encoded ? encoded : Buffer.from(encoded).toString()).toBe('Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\n');
});

test('a bounce report is parsed in a thread', async () => {
  const report = [
    ...['Content-Type: multipart/report; report-type=delivery-status; boundary=b', '', '--b'],
    ...['Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; relay.example', ''],
    ...['Final-Recipient: rfc822; gone@example.com', 'Action: failed', 'Status: 5.1.1', '', '--b--'],
  ].join('\r\n');
  expect(await parsers.parseFeedback('192.0.2.1', Buffer.from(report), '')).toMatchObject({
    kind: 'delivery',
    recipients: [{ addresses: ['gone@example.com'], action: 'failed', enhancedCode: '5.1.1' }],
  });
});

/** Messages submitted by SMTP: parsing before and after the reply. */
import { SendoffError } from '@sendoff/core';
import { newId } from '@sendoff/db';
import { SMTPStream } from 'smtp-server/lib/smtp-stream.js';
import type { CostCase } from './cost-case.ts';
import { hostileText } from './hostile-text.ts';
import {
  buildMailSubmission,
  feedData,
  normalizeMessage,
  openParsers,
  readAuthors,
  readDataInTime,
  readMessageHeader,
} from './measured-functions.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Tokens of header field values. */
/* prettier-ignore */
const VALUE_PIECES = [
  'a@b.example, ', 'a@b.c,', '<a@b.c>', '"', '\\"', '(', ')', '((', '<', '>', ',', ';', ':', 'x:', '@', ' ', '\t', '\r\n ', '=?', '?=',
  '=?UTF-8?Q?a?= ', '=?UTF-8?Q?=C3=BC?=', '=?iso-2022-jp?B?GyRC?= ', '=?klingon?Q?a?= ', '=?utf-8?b?', 'word ', 'x', 'ü ', 'ü', '"ü" <a@b.c>, ',
  '\r\nX-B: ', '\r\nX-A: ', '\r\n x',
];
/** Tokens of bodies and of part headers. */
/* prettier-ignore */
const BODY_PIECES = [
  '\r\n', '\r\n\r\n', '--b\r\n', '--b', '--b--\r\n', '--bb\r\n', '--c\r\n', '\r\n--b\r\n\r\n', '\r\n--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n',
  '\r\n--c\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n', '\r\n--b\r\nContent-Type: text/html\r\n\r\n', '\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n',
  '\r\n--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n', '\r\n--b\r\nContent-Transfer-Encoding: base64\r\n\r\n',
  '\r\n--b\r\nContent-Disposition: attachment; filename*0=a; filename*1=b; filename*2*=c\r\n\r\n', '; filename*3=d', '=\r\n', '=3D', '=', 'QUFB', 'QUFB\r\n',
  '====\r\n', '<div>', '<blockquote>', '<table><tr><td>', '&amp;', '<', 'word ', 'x', '"', '(', ')', ';', 'a=b; ', ' ', '> ', '-- \r\n', '..\r\n',
];
const DATA_PIECES = ['.', '\r\n', '\r\n.', '..', '\n.', 'x', 'word', '\r\n..\r\n'];
const ENVELOPE = { sender: 'ann@acme.example', recipients: ['bob@example.com'] };

/** Folds lines, since SMTP accepts at most 998 bytes per line (RFC 5321). */
const withShortLines = (text: string): string => text.replaceAll(/[^\r\n]{400}/g, '$&\r\n ');

function generateHeader(random: SeededRandom, bytes: number): Buffer {
  const name = random.pick(['To', 'Cc', 'Subject', 'X-A', 'Reply-To', 'From', 'Sender', 'References']);
  const from = name === 'From' ? '' : 'From: ann@acme.example\r\n';
  return Buffer.from(`${from}${withShortLines(`${name}: ${hostileText(random, VALUE_PIECES, bytes)}`)}\r\n\r\nx\r\n`);
}

function generateBody(random: SeededRandom, bytes: number): Buffer {
  const type = random.pick([
    'multipart/mixed; boundary=b',
    'multipart/alternative; boundary="b"',
    'text/plain; format=flowed',
    'text/html',
  ]);
  const encoding = random.pick(['7bit', 'quoted-printable', 'base64']);
  const header = `From: ann@acme.example\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
  return Buffer.from(`${header}${hostileText(random, BODY_PIECES, bytes)}\r\n`);
}

const generateEither = (random: SeededRandom, bytes: number): Buffer =>
  random.pick([generateHeader, generateBody])(random, bytes);

/** Ignores errors that the program reports in an SMTP reply. */
async function orRefuse(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SendoffError)) throw error;
  }
}

/** Receiving the bytes of a message, including dot-stuffed lines. */
export const openDataCase = (): CostCase => ({
  name: 'message as it comes',
  generate: (random, bytes) => Buffer.from(hostileText(random, DATA_PIECES, bytes).replaceAll('\r\n.\r\n', '\r\n')),
  run: async (input) => {
    const parser = new SMTPStream({});
    parser._feedDataStream = feedData;
    const data = parser.startDataMode(undefined);
    const pace = { graceMs: 60_000, minBytesPerSecond: 1, timeoutMs: 60_000, maxBytes: Infinity };
    const read = readDataInTime(data, pace, () => undefined);
    parser.write(Buffer.concat([input, END]));
    await read;
    parser.destroy();
  },
});
const END = Buffer.from('\r\n.\r\n');

/** What SMTP does with a message before it is stored, except receiving it and the database. */
export function openMessageCase(): CostCase {
  const parsers = openParsers();
  const encodeLong = async (header: Buffer): Promise<Uint8Array> => {
    const encoded = await parsers.encodeHeader('key', header);
    if ('cause' in encoded) throw new SendoffError('overloaded');
    return encoded;
  };
  return {
    name: 'message before its answer',
    generate: generateEither,
    run: (input) =>
      orRefuse(async () => {
        const { message, section } = await normalizeMessage(Buffer.from(input), { smtpUtf8: false, encodeLong });
        const header = readMessageHeader(message, section);
        readAuthors(message, section, ENVELOPE.sender);
        const arrival = { emailId: newId(), helo: 'x', address: '192.0.2.1', protocol: 'ESMTPSA', smtpUtf8: false, by: 'x' };
        buildMailSubmission(
          { envelope: ENVELOPE, message, section, header, parts: null },
          { apiKeyId: newId(), mode: 'live', arrival },
        );
      }),
    close: parsers.close,
  };
}

/** The main thread's work for the parts of a message, which a worker thread parses. */
export function openPartsCase(): CostCase {
  const parsers = openParsers();
  return {
    name: 'message after its answer',
    generate: generateBody,
    run: async (input) => {
      await parsers.parseMessage('key', Uint8Array.from(input));
    },
    close: parsers.close,
  };
}

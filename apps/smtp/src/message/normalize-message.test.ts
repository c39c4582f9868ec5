import { isAscii } from 'node:buffer';
import { describe, expect, test } from '@jest/globals';
import { encodeHeader } from '@sendoff/mail/seven-bit';
import fc from 'fast-check';
import { MAX_HEADER_BYTES } from './header-fields.ts';
import { normalizeMessage } from './normalize-message.ts';

const encodeLong = (header: Buffer) => Promise.resolve(encodeHeader(header, { hideAddresses: false }).header);

const normalize = async (text: string | Buffer, smtpUtf8 = false): Promise<string> =>
  (await normalizeMessage(Buffer.from(text as string), { smtpUtf8, encodeLong })).message.toString();

describe('line ends', () => {
  test('of LF alone become CRLF, and others are unchanged', async () => {
    expect(await normalize('Subject: x\n\none\ntwo\r\nthree\n\n')).toBe('Subject: x\r\n\r\none\r\ntwo\r\nthree\r\n\r\n');
    expect(await normalize('\nx\r\n')).toBe('\r\nx\r\n');
    expect(await normalize('Subject: x\r\n\r\n.\r\n..\r\nx\r\n')).toBe('Subject: x\r\n\r\n.\r\n..\r\nx\r\n');
  });

  test.each(['\n.\n', '\n.\r\n', '\r\n.\n', '\n..\r\n', '\r\n.dot\n', '\n.dot\r\n', '\n\n.\r\n'])(
    'of LF alone beside a line that begins with a dot are refused: %j',
    async (end) => {
      await expect(normalize(`Subject: x\r\n\r\none${end}two\r\n`)).rejects.toThrow(/beside a line that begins with a dot/);
    },
  );

  test.each(['\r', '\r.\r', '\r\n.\r', '\r\r\n', '\n\r', '\r\n\r.\r\n', '\n\r.\n'])(
    'with a CR alone are refused: %j',
    async (end) => {
      await expect(normalize(`Subject: x\r\n\r\none${end}two\r\n`)).rejects.toThrow(
        /CR that is not followed by LF|begins with a dot/,
      );
    },
  );

  test('of every accepted message are the same for every server, with dots where they were', async () => {
    const pieces = fc.array(fc.constantFrom('\r', '\n', '.', '\r\n', 'a', '..'), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(pieces, async (texts) => {
        const given = `Subject: x\r\n\r\n${texts.join('')}\r\n`;
        let taken: string;
        try {
          taken = await normalize(given);
        } catch {
          return;
        }
        expect(taken.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(taken.replaceAll('\r\n', '\n')).toBe(given.replaceAll('\r\n', '\n'));
        // A line that begins with a dot is a line for every server, whatever its idea of a line end.
        if (/^\./m.test(taken)) {
          expect(given.split(/\r\n|\r|\n/).filter((line) => line.startsWith('.'))).toEqual(
            taken.split('\r\n').filter((line) => line.startsWith('.')),
          );
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a header in UTF-8', () => {
  const GIVEN = 'From: Jürgen <j@acme.example>\r\nSubject: Grüße\r\nX-Plain: y\r\n\r\nStraße\r\n';

  test('is encoded without SMTPUTF8, and the body is unchanged', async () => {
    const taken = await normalize(GIVEN);
    const [header = ''] = taken.split('\r\n\r\n');
    expect(isAscii(Buffer.from(header))).toBe(true);
    expect(taken).toBe(
      'From: =?UTF-8?Q?J=C3=BCrgen?= <j@acme.example>\r\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\nX-Plain: y\r\n\r\nStraße\r\n',
    );
  });

  test('is unchanged with SMTPUTF8 or a signature', async () => {
    expect(await normalize(GIVEN, true)).toBe(GIVEN);
    const signed = `DKIM-Signature: v=1\r\n${GIVEN}`;
    expect(await normalize(signed)).toBe(signed);
  });

  test('keeps an address that has no ASCII form', async () => {
    expect(await normalize('To: José <josé@example.com>\r\n\r\nx\r\n')).toBe(
      'To: =?UTF-8?Q?Jos=C3=A9?= <josé@example.com>\r\n\r\nx\r\n',
    );
  });

  test('that is not valid UTF-8 is refused', async () => {
    await expect(normalize(Buffer.from('Subject: Gr\xfc\xdfe\r\n\r\nx\r\n', 'latin1'))).rejects.toThrow(/not UTF-8/);
  });

  test('of the maximum length is encoded', async () => {
    for (const piece of ['ü ', 'ü, ', '"ü ']) {
      for (const name of ['Subject', 'To']) {
        const folded = `${piece.repeat(200)}\r\n `.repeat(Math.floor(200_000 / (piece.length + 1) / 200));
        expect(await normalize(`${name}: ${folded}x\r\n\r\nx\r\n`)).toMatch(/^[ -~\r\n]*$/);
      }
    }
  });

  test('that exceeds the maximum length once encoded still has all its fields', async () => {
    const given = `Subject: ${`${'ü '.repeat(300)}\r\n `.repeat(150)}x\r\nBcc: secret@example.com\r\n\r\nx\r\n`;
    const { message, section } = await normalizeMessage(Buffer.from(given), { smtpUtf8: false, encodeLong });
    expect(section.end).toBeGreaterThan(MAX_HEADER_BYTES);
    expect(section.fields.map(({ name }) => name)).toEqual(['subject', 'bcc']);
    expect(message.subarray(section.end).toString()).toBe('\r\nx\r\n');
  });
});

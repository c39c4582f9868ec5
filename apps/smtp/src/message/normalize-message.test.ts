import { isAscii } from 'node:buffer';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalizeMessage } from './normalize-message.ts';

const normalize = (text: string | Buffer, smtpUtf8 = false): string =>
  normalizeMessage(Buffer.from(text as string), smtpUtf8).message.toString();

describe('line ends', () => {
  test('of LF alone become CRLF, the others stay', () => {
    expect(normalize('Subject: x\n\none\ntwo\r\nthree\n\n')).toBe('Subject: x\r\n\r\none\r\ntwo\r\nthree\r\n\r\n');
    expect(normalize('\nx\r\n')).toBe('\r\nx\r\n');
    expect(normalize('Subject: x\r\n\r\n.\r\n..\r\nx\r\n')).toBe('Subject: x\r\n\r\n.\r\n..\r\nx\r\n');
  });

  test.each(['\n.\n', '\n.\r\n', '\r\n.\n', '\n..\r\n', '\r\n.dot\n', '\n.dot\r\n', '\n\n.\r\n'])(
    'of LF alone beside a line that begins with a dot are refused: %j',
    (end) => {
      expect(() => normalize(`Subject: x\r\n\r\none${end}two\r\n`)).toThrow(/beside a line that begins with a dot/);
    },
  );

  test.each(['\r', '\r.\r', '\r\n.\r', '\r\r\n', '\n\r', '\r\n\r.\r\n', '\n\r.\n'])('with a CR alone are refused: %j', (end) => {
    expect(() => normalize(`Subject: x\r\n\r\none${end}two\r\n`)).toThrow(/CR that is not followed by LF|begins with a dot/);
  });

  test('whatever a message holds, what is taken has lines that every server sees alike, and the dots where they were', () => {
    const pieces = fc.array(fc.constantFrom('\r', '\n', '.', '\r\n', 'a', '..'), { maxLength: 40 });
    fc.assert(
      fc.property(pieces, (texts) => {
        const given = `Subject: x\r\n\r\n${texts.join('')}\r\n`;
        let taken: string;
        try {
          taken = normalize(given);
        } catch {
          return;
        }
        expect(taken.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(taken.replaceAll('\r\n', '\n')).toBe(given.replaceAll('\r\n', '\n'));
        // A line that begins with a dot is one for every server, whatever ends a line there.
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

  test('is encoded where MAIL did not say SMTPUTF8, and the body stays', () => {
    const taken = normalize(GIVEN);
    const [header = ''] = taken.split('\r\n\r\n');
    expect(isAscii(Buffer.from(header))).toBe(true);
    expect(taken).toBe(
      'From: =?UTF-8?Q?J=C3=BCrgen?= <j@acme.example>\r\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\nX-Plain: y\r\n\r\nStraße\r\n',
    );
  });

  test('stays where it did, and where a signature covers it', () => {
    expect(normalize(GIVEN, true)).toBe(GIVEN);
    const signed = `DKIM-Signature: v=1\r\n${GIVEN}`;
    expect(normalize(signed)).toBe(signed);
  });

  test('keeps an address that has no ASCII form', () => {
    expect(normalize('To: José <josé@example.com>\r\n\r\nx\r\n')).toBe(
      'To: =?UTF-8?Q?Jos=C3=A9?= <josé@example.com>\r\n\r\nx\r\n',
    );
  });

  test('that is not UTF-8 after all is refused', () => {
    expect(() => normalize(Buffer.from('Subject: Gr\xfc\xdfe\r\n\r\nx\r\n', 'latin1'))).toThrow(/not UTF-8/);
  });

  test('of the greatest length is encoded', () => {
    for (const piece of ['ü ', 'ü, ', '"ü ']) {
      for (const name of ['Subject', 'To']) {
        const folded = `${piece.repeat(200)}\r\n `.repeat(Math.floor(200_000 / (piece.length + 1) / 200));
        expect(normalize(`${name}: ${folded}x\r\n\r\nx\r\n`)).toMatch(/^[ -~\r\n]*$/);
      }
    }
  });
});

import { isAscii } from 'node:buffer';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { NoAsciiForm } from './no-ascii-form.ts';
import { recodeMessage } from './recode-message.ts';

const BOTH = { header: true, body: true };
const BODY = { header: false, body: true };
const HEADER = { header: true, body: false };

const lines = (...all: string[]): Buffer => Buffer.from(`${all.join('\r\n')}\r\n`);

/** The recoded message, which is ASCII with short lines, and what a reader finds in it. */
async function recoded(message: Buffer, halves = BOTH) {
  const raw = recodeMessage(message, halves);
  if (halves.body && halves.header) expect(isAscii(raw)).toBe(true);
  const text = raw.toString('latin1');
  expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  return { text, parsed: await PostalMime.parse(raw) };
}

describe('the header', () => {
  test('says the same to its reader', async () => {
    const { text, parsed } = await recoded(
      lines(
        'From: "Müller, Jürgen" <jm@acme.example>',
        'To: José <jose@münchen.example>, Team: ann@acme.example, Zoë <zoe@acme.example>;',
        'Cc: =?utf-8?q?J=C3=B6rg?= <joerg@acme.example>, "Ünal" <u@acme.example>',
        'Subject: Grüße aus der größten Stadt',
        ' und mehr',
        'X-Plain: stays  exactly',
        '   as it was',
        'List-Unsubscribe: <https://acme.example/abmelden/ë?x=1>, <mailto:stop@acme.example?subject=später>',
        'Received: from pöst.example by mx.example for <josé@acme.example>; Mon, 1 Jun 2026 10:00:00 +0000',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8; name="März.txt"',
        '',
        'x',
      ),
    );
    expect(parsed).toMatchObject({
      from: { name: 'Müller, Jürgen', address: 'jm@acme.example' },
      subject: 'Grüße aus der größten Stadt und mehr',
      cc: [{ name: 'Jörg' }, { name: 'Ünal' }],
    });
    expect(parsed.to?.[0]).toMatchObject({ name: 'José', address: 'jose@xn--mnchen-3ya.example' });
    expect(parsed.to?.[1]?.group).toMatchObject([{ address: 'ann@acme.example' }, { name: 'Zoë' }]);
    expect(text).toContain('X-Plain: stays  exactly\r\n   as it was\r\n');
    expect(text).toContain('<https://acme.example/abmelden/%C3%AB?x=1>');
    expect(text).toContain('<mailto:stop@acme.example?subject=sp%C3%A4ter>');
    expect(text).toMatch(/for <jos\?@acme\.example>;\s+Mon, 1\s+Jun 2026/);
    expect(text).toContain("name*0*=utf-8''M%C3%A4rz.txt");
  });

  test('shows an address that has no ASCII form, and names nobody by it', async () => {
    const { parsed } = await recoded(lines('From: a@acme.example', 'To: José <josé@acme.example>, b@acme.example', '', 'x'));
    expect(parsed.to).toEqual([
      { name: 'José josé@acme.example', group: [] },
      { name: '', address: 'b@acme.example' },
    ]);
  });

  test.each([
    ['an author', 'From: José <josé@acme.example>', /`From`/],
    ['an id', 'Message-ID: <ü@acme.example>', /`Message-ID`/],
    ['a line that is no field', 'größer', /no form in ASCII/],
    ['a signature', 'DKIM-Signature: v=1; d=acme.example\r\nSubject: Grüße', /signed/],
  ])('with %s cannot be recoded', (_what, field, reason) => {
    const message = lines(field, 'To: b@acme.example', '', 'x');
    expect(() => recodeMessage(message, HEADER)).toThrow(NoAsciiForm);
    expect(() => recodeMessage(message, HEADER)).toThrow(reason);
  });
});

describe('the body', () => {
  test('becomes quoted-printable where it is a text, and base64 where it is not', async () => {
    const { text, parsed } = await recoded(
      lines(
        'From: a@acme.example',
        'Subject: Report',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=outer',
        'Content-Transfer-Encoding: 8bit',
        '',
        'Größe des Vorspanns',
        '--outer',
        'Content-Type: multipart/alternative; boundary="outer-2"',
        '',
        '--outer-2',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: 8bit',
        '',
        'Straße = .',
        '.',
        '--outer-2',
        'Content-Type: text/html; charset=utf-8',
        '',
        '<p>Straße</p>',
        '--outer-2--',
        '--outer',
        'Content-Type: application/json',
        'Content-Disposition: attachment; filename="Größe.json"',
        '',
        '{"größe":1}',
        '--outer',
        'Content-Type: text/csv; charset=us-ascii',
        'Content-Disposition: attachment; filename=plain.csv',
        '',
        'a;b',
        '--outer--',
        'Nachwort für niemanden',
      ),
    );
    expect(parsed.text).toContain('Straße = .\n.');
    expect(parsed.html).toContain('<p>Straße</p>');
    expect(parsed.attachments.map(({ filename }) => filename)).toEqual(['Größe.json', 'plain.csv']);
    expect(Buffer.from(parsed.attachments[0]?.content as ArrayBuffer).toString()).toBe('{"größe":1}');
    expect(text).toContain(
      'Content-Type: text/csv; charset=us-ascii\r\nContent-Disposition: attachment; filename=plain.csv\r\n\r\na;b\r\n',
    );
    expect(text).not.toMatch(/8bit/);
  });

  test('of octets that no charset is named for keeps every octet', async () => {
    const { text } = await recoded(Buffer.from('Subject: x\r\n\r\nGr\xfc\xdfe\r\n', 'latin1'));
    expect(text).toContain('MIME-Version: 1.0\r\nContent-Type: text/plain; charset=unknown-8bit\r\n\r\nGr=FC=DFe\r\n');
    const utf8 = await recoded(Buffer.from('Subject: x\r\n\r\nGrüße\r\n'));
    expect(utf8.parsed.text).toBe('Grüße\n');
  });

  test('of a forwarded message is recoded inside of it, where it may not be encoded', async () => {
    const { text } = await recoded(
      lines(
        'MIME-Version: 1.0',
        'Content-Type: message/rfc822',
        'Content-Transfer-Encoding: 8bit',
        '',
        'Subject: Grüße',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Straße',
      ),
    );
    expect(text).toMatch(/Content-Type: message\/rfc822\r\nContent-Transfer-Encoding: 7bit\r\n\r\nSubject: =\?UTF-8\?Q\?/);
    expect(text).toContain('Content-Transfer-Encoding: quoted-printable\r\n\r\nStra=C3=9Fe\r\n');
  });

  test.each([
    ['signed', ['Content-Type: multipart/signed; boundary=b', '', '--b', '', 'Straße', '--b--'], /signed/],
    ['signed by DKIM', ['dkim-signature: v=1', '', 'Straße'], /signed/],
    ['encoded already', ['Content-Transfer-Encoding: base64', '', 'Straße'], /says that it is encoded/],
    ['a multipart without parts', ['Content-Type: multipart/mixed; boundary=b', '', 'Straße'], /boundary/],
    [
      'too deep',
      Array.from({ length: 30 }, () => ['Content-Type: message/rfc822', ''])
        .flat()
        .concat('Straße'),
      /too many parts/,
    ],
  ])('that is %s cannot be recoded', (_what, message, reason) => {
    expect(() => recodeMessage(lines(...message), BODY)).toThrow(reason);
  });

  test('with empty parts keeps its structure', () => {
    const message = lines('Content-Type: multipart/mixed; boundary=b', '', '--b', '--b', '', 'Straße', '--b', '', '', '--b--');
    const text = recodeMessage(message, BODY).toString();
    expect(text.split('--b').length).toBe(message.toString().split('--b').length);
    expect(text).toContain('--b\r\n--b\r\n');
    expect(text).toContain('Stra=C3=9Fe\r\n--b\r\n\r\n\r\n--b--\r\n');
  });
});

test('a message that is ASCII keeps every octet', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', maxLength: 200 }), (text) => {
      const message = Buffer.from(text);
      expect(recodeMessage(Buffer.concat([Buffer.from('X: y\r\n'), message]), BOTH).toString()).toBe(`X: y\r\n${text}`);
    }),
  );
});

test('whatever the octets are, it ends: in ASCII, or with a reason', () => {
  const beginning = Buffer.from('Content-Type: multipart/mixed; boundary=b\r\nSubject: ü\r\n\r\n--b\r\n');
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 500 }),
      fc.array(fc.constantFrom('\r\n--b\r\n', '\r\n--b--\r\n', ': ', '\r\n\r\n')),
      (octets, marks) => {
        const pieces = marks.flatMap((mark, index) => [Buffer.from(mark), octets.subarray(index * 10, index * 10 + 10)]);
        let raw: Buffer;
        try {
          raw = recodeMessage(Buffer.concat([beginning, octets, ...pieces]), BOTH);
        } catch (error) {
          expect(error).toBeInstanceOf(NoAsciiForm);
          return;
        }
        expect(isAscii(raw)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

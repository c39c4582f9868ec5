/** What the header of a message says to those who read it, however long it is and in whatever script. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { headersOf, PLAIN, readBy, roundTrip } from '../../test/compose-kit.ts';
import { composeMessage } from './compose-message.ts';
import type { OutgoingMessage } from './composer-input.ts';
import { headerProblem } from '../message/header-problem.ts';
import { writeMailbox } from '../message/write-mailbox.ts';

/** The field as it is written, unfolded. */
const fieldIn = (raw: Buffer, name: string): string | undefined =>
  headersOf(raw)
    .split('\r\n')
    .find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    ?.slice(name.length + 1)
    .trim();

const written = async (headers: OutgoingMessage['headers'], name: string): Promise<string | undefined> => {
  const { raw } = await roundTrip({ headers });
  return fieldIn(raw, name);
};

describe('a subject is read as it was written', () => {
  test.each([
    ['long words', 'x'.repeat(1500)],
    ['a word just too long', `see ${'x'.repeat(901)} there`],
    ['many short words', 'word '.repeat(390).trim()],
    ['many letters outside of ASCII', 'ü'.repeat(900)],
    ['many symbols', '🚀👩‍👩‍👧'.repeat(60)],
    ['more spaces than a line can hold', `a${' '.repeat(1500)}b`],
    ['a tab', 'a\tb c'],
    ['quotes', 'They said "hello" to \\us'],
    ['what looks like an encoded word', 'Literally =?utf-8?q?a_b?= and =?utf-8?q?a b?='],
    ['an encoded word with a line break', '=?utf-8?q?a=0D=0ABcc:_x@evil.example?='],
    ['only what looks like the beginning of one', 'What =?utf-8? is'],
  ])('%s', async (_what, subject) => {
    const { raw, bySecond, byFirst } = await readBy({ subject });
    // One of the two readers collapses spaces that are not encoded; these are.
    expect(byFirst.subject).toBe(subject);
    expect(bySecond.subject).toBe(subject);
    expect(headersOf(raw)).toMatch(/^[\x20-\x7e\r\n]*$/);
  });

  test('whatever it holds', async () => {
    const words = fc.array(
      fc.oneof(
        fc.stringMatching(/^[!-~]{1,30}$/),
        fc.constantFrom('ü', '日本語の件名', '🚀', '=?', '?=', '=?utf-8?q?x?=', '"', 'x'.repeat(950), 'é'.repeat(300), '\u00a0'),
      ),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(words, async (parts) => {
        const subject = parts.join(' ').trim();
        const { raw, byFirst, bySecond } = await readBy({ subject });
        expect(headersOf(raw)).toMatch(/^[\x20-\x7e\r\n]*$/);
        expect(byFirst.subject ?? '').toBe(subject);
        expect(bySecond.subject ?? '').toBe(subject);
      }),
      { numRuns: 200 },
    );
  });

  test('one in ASCII is not encoded', async () => {
    const { raw } = await roundTrip({ subject: 'Your "order" #17: https://acme.example/orders/17?a=b (paid)' });
    expect(raw.toString()).toContain('Subject: Your "order" #17: https://acme.example/orders/17?a=b (paid)\r\n');
  });

  test('lines with encoded words have at most 76 characters', async () => {
    const { raw } = await roundTrip({ subject: 'Überraschung für Sie '.repeat(40), from: `${'é'.repeat(400)} <a@acme.example>` });
    const lines = headersLines(raw).filter((line) => line.includes('=?'));
    expect(lines.length).toBeGreaterThan(20);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(76);
  });
});

const headersLines = (raw: Buffer): string[] => (raw.toString('latin1').split('\r\n\r\n')[0] ?? '').split('\r\n');

describe('a display name is read as it was written', () => {
  test.each([
    ['a long one', 'x'.repeat(1500)],
    ['a long one in words', 'word '.repeat(300).trim()],
    ['a long one outside of ASCII', '山田太郎'.repeat(300)],
    ['commas', 'Doe, Jane'],
    ['quotes and backslashes', 'Jane "JD" \\ Doe'],
    ['an address', 'x@evil.example'],
    ['an address in angle brackets', '<x@evil.example>'],
    ['a comment', 'Jane (Sales)'],
    ['a dot', 'Acme Inc.'],
    ['what would be an encoded word with a line break', '=?utf-8?q?a=0D=0ABcc:_x@evil.example?='],
    ['double spaces', 'Jane  Doe'],
    ['a tab', 'Jane\tDoe'],
  ])('%s', async (_what, name) => {
    const mailbox = writeMailbox({ name, address: 'jane@example.com' });
    const { bySecond, byFirst, raw } = await readBy({
      from: mailbox,
      to: [mailbox, 'b@example.com'],
      cc: [mailbox],
      replyTo: [mailbox],
    });
    const expected = { name, address: 'jane@example.com' };
    expect(byFirst.from).toMatchObject(expected);
    expect(byFirst.to).toMatchObject([expected, { name: '', address: 'b@example.com' }]);
    expect(byFirst.cc).toMatchObject([expected]);
    expect(byFirst.replyTo).toMatchObject([expected]);
    expect(bySecond.from?.value).toMatchObject([expected]);
    expect(fieldIn(raw, 'To')).toMatch(/ <jane@example\.com>, b@example\.com$/);
  });

  test.each([
    ['=?utf-8?q?Doe=2C_Jane?= <jane@example.com>', '"Doe, Jane" <jane@example.com>'],
    ['=?utf-8?b?SsO8cmdlbg==?= <jane@example.com>', '=?UTF-8?Q?J=C3=BCrgen?= <jane@example.com>'],
    ['=?x-unknown?q?J=FCrgen?= Doe <jane@example.com>', '=?x-unknown?q?J=FCrgen?= Doe <jane@example.com>'],
    ['Acme, Inc. <jane@example.com>', '"Acme, Inc." <jane@example.com>'],
    ['Jane "JD" Doe <jane@example.com>', '"Jane \\"JD\\" Doe" <jane@example.com>'],
  ])('%s is sent as %s', async (given, sent) => {
    const { raw } = await roundTrip({ to: [given] });
    expect(fieldIn(raw, 'To')).toBe(sent);
  });

  test('an encoded word stands in no quotes and in no address', async () => {
    const { raw } = await roundTrip({
      from: '"=?utf-8?q?J=C3=BCrgen?=" <a@acme.example>',
      to: ['"=?utf-8?q?a=0Ab?=" <b@example.com>', '"Müller" <c@example.com>'],
      headers: { 'X-From': '"Zoë, Acme" <ops@acme.example>', 'X-Note': 'see "the Zoë file" <here>' },
    });
    expect(headersOf(raw)).not.toMatch(/"[^"\r\n]*=\?[^"\r\n]*"/);
    expect(headersOf(raw)).not.toMatch(/<[^>\r\n]*=\?/);
  });
});

test('a list of many long mailboxes keeps each of them', async () => {
  const to = Array.from(
    { length: 50 },
    (_, index) => `${'Abteilung für Größe '.repeat(20)}${String(index)} <user${String(index)}@example.com>`,
  );
  const { byFirst } = await readBy({ to });
  expect(byFirst.to?.map(({ address }) => address)).toEqual(to.map((_, index) => `user${String(index)}@example.com`));
});

describe('a custom header', () => {
  test.each([
    ['X-SMTPAPI', '{"category":["a","b"]}'],
    ['X-Quoted', 'a "quoted" word, <angles> and (parentheses)'],
    ['X-Looks-Encoded', '=?utf-8?q?Gr=C3=BC=C3=9Fe?= there'],
    ['x-lower-Case', 'a'],
    ['Disposition-Notification-To', '"Ops, Acme" <ops@acme.example>'],
    ['List-Unsubscribe', '<https://acme.example/u?a="b">, <mailto:leave@acme.example>'],
    ['X-Long', 'a'.repeat(997)],
    ['X-Long-Words', `${'b'.repeat(500)} ${'c'.repeat(500)} d`],
    ['X-Many-Words', 'word '.repeat(2000).trim()],
    ['X-Spaces', 'a  b   c'],
  ])('%s in ASCII is sent as it is, folded at white space alone', async (name, value) => {
    const { raw } = await roundTrip({ headers: { [name]: value } });
    expect(raw.toString().replaceAll(/\r\n(?=[ \t])/g, '')).toContain(`${name}: ${value}\r\n`);
  });

  test.each([
    [
      'Disposition-Notification-To',
      '"Zoë, Acme" <ops@acme.example>, b@acme.example',
      '=?UTF-8?Q?Zo=C3=AB=2C_Acme?= <ops@acme.example>, b@acme.example',
    ],
    ['Sender', 'Acme, Inc. <ops@acme.example>', '"Acme, Inc." <ops@acme.example>'],
    ['List-Unsubscribe', '<https://bücher.example/ë?u=ä>', '<https://xn--bcher-kva.example/%C3%AB?u=%C3%A4>'],
    ['List-Unsubscribe', '<mailto:désabo@bücher.example?subject=ä>', '<mailto:d%C3%A9sabo@xn--bcher-kva.example?subject=%C3%A4>'],
    ['List-Help', '<https://acme.example/> (Hilfe für alle)', '<https://acme.example/> (=?UTF-8?Q?Hilfe_f=C3=BCr_alle?=)'],
    ['List-Unsubscribe', 'https://user:pässwort@acme.example:8443/ë', 'https://user:p%C3%A4sswort@acme.example:8443/%C3%AB'],
    ['List-ID', '"Neue Bücher" <new.books.example>', '=?UTF-8?Q?Neue_B=C3=BCcher?= <new.books.example>'],
    ['X-SMTPAPI', '{"category":["é🚀"]}', '{"category":["\\u00e9\\ud83d\\ude80"]}'],
    ['X-Note', 'one Zoë two', 'one =?UTF-8?Q?Zo=C3=AB?= two'],
    ['X-Note', '"Zoë two"', '=?UTF-8?Q?=22Zo=C3=AB_two=22?='],
    ['X-Original-From', 'Zoë <zoe@acme.example>', '=?UTF-8?Q?Zo=C3=AB?= <zoe@acme.example>'],
    ['In-Reply-To', 'a@example.com', '<a@example.com>'],
    ['References', 'a@example.com b@example.com', '<a@example.com> <b@example.com>'],
  ])('%s: %s is sent as %s', async (name, value, sent) => {
    expect(headerProblem(name, value)).toBeUndefined();
    expect(await written({ [name]: value }, name)).toBe(sent);
  });

  test('references of a long thread are folded between their ids', async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `<${'a'.repeat(60)}.${String(index)}@mail.example.com>`);
    for (const references of [ids.join(' '), ids.join(''), ids.join('\t')]) {
      const { raw, parsed } = await roundTrip({ headers: { References: references } });
      expect(parsed.references?.split(/\s+/)).toEqual(ids);
      expect(headersLines(raw).every((line) => line.length <= 100)).toBe(true);
    }
  });

  test('what was accepted before, and would be refused now, is sent all the same', async () => {
    const headers = {
      References: '<é@example.com>',
      'List-Unsubscribe': 'désabonnement',
      'Auto-Submitted': 'généré',
      'X-Break': 'a\r\nBcc: x@evil.example\0',
      Sender: 'nobody',
    };
    const { raw } = await roundTrip({ headers });
    expect(headersOf(raw)).toMatch(/^[\x20-\x7e\r\n]*$/);
    expect(headersOf(raw)).not.toMatch(/^bcc:/im);
  });

  test('a field that the message has of its own is overruled', async () => {
    const { raw } = await roundTrip({
      headers: {
        Subject: 'x',
        'content-type': 'text/html',
        'MIME-Version': '2',
        Bcc: 'x@evil.example',
        FROM: 'x@evil.example',
        Date: 'x',
      },
    });
    expect(headersOf(raw)).not.toMatch(/evil|Content-Type: text\/html|MIME-Version: 2|: x$/im);
  });
});

test('a message with a file has the same header as one without', async () => {
  const email: OutgoingMessage = {
    ...PLAIN,
    subject: `Grüße "${'x'.repeat(1200)}"`,
    to: [`${'Ü'.repeat(200)} <a@example.com>`, 'josé@bücher.example'],
    headers: { 'X-SMTPAPI': '{"a":"é"}', References: '<a@b.example>' },
  };
  const file = { filename: 'a.bin', contentType: null, contentId: null, content: Buffer.from('a') };
  const [plain, mixed] = [await composeMessage(email), await composeMessage({ ...email, attachments: [file] })];
  const about = (raw: Buffer) => headersLines(raw).filter((line) => !/^(?:content-|\s+boundary)/i.test(line));
  expect(about(mixed)).toEqual(about(plain));
  expect((await simpleParser(mixed)).subject).toBe(email.subject);
});

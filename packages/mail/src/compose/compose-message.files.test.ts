/** A file arrives byte for byte, whatever it is called and whatever it is said to be. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBy } from '../../test/compose-kit.ts';
import type { MessageAttachment } from './composer-input.ts';

/** Lines that are too long, NULs, octets outside of ASCII, line ends of every kind, and what looks like parts of a message. */
const AWKWARD = Buffer.concat([
  Buffer.from('Subject: inner\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n.\r\nFrom a\n\nlone CR\rlone LF\n'),
  Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
  Buffer.from('é'.repeat(1500)),
  Buffer.from('\n'),
]);

async function expectArrival(file: MessageAttachment, body: { html: string | null; text: string | null }): Promise<void> {
  const { byFirst, bySecond } = await readBy({ ...body, attachments: [file] });
  expect(byFirst.attachments.map(({ filename }) => filename)).toEqual([file.filename]);
  expect(bySecond.attachments.map(({ filename }) => filename)).toEqual([file.filename]);
  // The first reader makes text of a calendar, and ends its last line.
  if (!/^(?:text\/calendar|application\/ics)/.test(byFirst.attachments[0]?.mimeType ?? '')) {
    expect(Buffer.from(byFirst.attachments[0]?.content as ArrayBuffer).equals(file.content)).toBe(true);
  }
  expect(bySecond.attachments[0]?.content.equals(file.content)).toBe(true);
  expect(byFirst.text?.trim() ?? '').toBe(body.text ?? '');
}

const TEXT = { text: 'Hello', html: null };
const BOTH = { text: 'Hello', html: '<p>Hello</p>' };

describe.each([
  ['beside text', TEXT],
  ['beside text and html', BOTH],
])('%s, a file arrives byte for byte', (_beside, body) => {
  test.each([
    ...['orig.eml', 'page.mht', 'page.mhtml', 'a.nws', 'a.mime', 'a.EML', 'a.gzip', 'a.ustar', 'a.zip', 'a.p7m', 'a.p7s'],
    ...[
      'a.txt',
      'a.html',
      'a.ics',
      'a.vcf',
      'a.csv',
      'a.xml',
      'a.svg',
      'a.json',
      'a.js',
      'a.bin',
      'a',
      '.eml',
      'eml',
      'a.eml.gz',
    ],
  ])('named %s', async (filename) => {
    await expectArrival({ filename, contentType: null, contentId: null, content: AWKWARD }, body);
  });

  test.each([
    ...['message/rfc822', 'MESSAGE/RFC822', 'message/global', 'message/partial; id=a; number=1', 'message/external-body'],
    ...['message/delivery-status', 'message/disposition-notification', 'multipart/mixed', 'multipart/x-gzip', 'multipart/report'],
    ...[
      'text/plain',
      'text/plain; charset=utf-16',
      'text/html',
      'text/plain; format=flowed; delsp=yes',
      'text/calendar; method=REQUEST',
    ],
    ...['text/rfc822-headers', 'application/ics', 'image/png', 'application/pkcs7-mime', `application/x-${'a'.repeat(200)}`],
  ])('of type %s', async (contentType) => {
    await expectArrival({ filename: 'file.bin', contentType, contentId: null, content: AWKWARD }, body);
  });

  test.each(['a.txt', 'a.html', 'a.eml', 'a.png', 'a.ics'])('inline, named %s', async (filename) => {
    await expectArrival({ filename, contentType: null, contentId: 'a'.repeat(127), content: AWKWARD }, body);
  });

  test.each([
    ['long', `${'a'.repeat(251)}.eml`],
    ['long, of words', `${'word '.repeat(49)}.txt`],
    ['long and outside of ASCII', `${'長い名前'.repeat(62)}.eml`],
    ['long, of symbols', `${'🚀'.repeat(125)}.pdf`],
    ['of quotes and such', 'a "b" \\c; d=e, (f) <g> %41 \'h\'*i.pdf'],
  ])('with a name that is %s', async (_what, filename) => {
    await expectArrival({ filename, contentType: null, contentId: null, content: AWKWARD }, body);
  });
});

test('whatever it holds', async () => {
  const types = fc.constantFrom(null, 'message/rfc822', 'text/plain', 'text/html', 'multipart/mixed', 'application/pdf');
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), types, async (bytes, contentType) => {
      await expectArrival({ filename: 'a.eml', contentType, contentId: null, content: Buffer.from(bytes) }, TEXT);
    }),
    { numRuns: 100 },
  );
});

test('an empty file is a file', async () => {
  await expectArrival({ filename: 'empty.eml', contentType: null, contentId: null, content: Buffer.alloc(0) }, TEXT);
});

import { describe, expect, test } from '@jest/globals';
import { writeMailbox } from '@sendoff/mail/message';
import fc from 'fast-check';
import { findHeaderFields } from './header-fields.ts';
import { readMessage } from './read-message.ts';

const read = (text: string | Buffer) => {
  const message = Buffer.from(text as string);
  return readMessage(message, findHeaderFields(message));
};

const PARTS = [
  'From: "Smith, Ann" <ann@acme.example>',
  'To: Bob <bob@example.com>, Team: carl@example.com, dora@example.com;',
  'Cc: =?UTF-8?Q?J=C3=BCrgen?= <j@example.com>',
  'Reply-To: answers@acme.example',
  'Subject: =?UTF-8?B?R3LDvMOfZQ==?=',
  'X-Order: =?UTF-8?Q?=C3=BC?=',
  'X-Order: second',
  'List-Unsubscribe: <https://acme.example/u>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: multipart/alternative; boundary=a',
  '',
  '--a',
  'Content-Type: text/plain; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Stra=DFe',
  '--a',
  'Content-Type: text/html',
  '',
  '<p>hi</p>',
  '--a--',
  '--b',
  'Content-Type: application/pdf; name=bill.pdf',
  'Content-Disposition: attachment; filename=bill.pdf',
  'Content-ID: <bill>',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERi0=',
  '--b--',
  '',
].join('\r\n');

describe('readMessage', () => {
  test('finds what people see', async () => {
    const message = await read(PARTS);
    expect(message).toMatchObject({
      from: { name: 'Smith, Ann', address: 'ann@acme.example' },
      subject: 'Grüße',
      text: expect.stringContaining('Straße'),
      html: expect.stringContaining('<p>hi</p>'),
      headers: { 'X-Order': 'ü', 'List-Unsubscribe': '<https://acme.example/u>' },
      attachments: [{ filename: 'bill.pdf', contentType: 'application/pdf', contentId: 'bill', url: null }],
    });
    expect(message.to.map(({ address }) => address)).toEqual(['bob@example.com', 'carl@example.com', 'dora@example.com']);
    expect(message.cc.map(writeMailbox)).toEqual(['Jürgen <j@example.com>']);
    expect(Buffer.from(message.attachments[0]?.bytes ?? []).toString()).toBe('%PDF-');
  });

  test('a large one is read the same, in a thread of its own', async () => {
    const large = PARTS.replace('JVBERi0=', `JVBERi0=\r\n${'QUFB'.repeat(19)}\r\n`.repeat(3000));
    const [small, apart] = [await read(PARTS), await read(large)];
    expect({ ...apart, attachments: [] }).toEqual({ ...small, attachments: [] });
    expect(apart.attachments[0]?.bytes?.length).toBe(3000 * (5 + 57));
  });

  test.each([
    ['nothing', ''],
    ['no header', '\r\nbody\r\n'],
    ['a header that is none', 'what is this\r\n\r\nbody\r\n'],
    ['addresses that are none', 'From: <<>>@,;:\r\nTo: undisclosed-recipients:;\r\nCc: @@@\r\n\r\nx\r\n'],
    ['a charset that does not exist', 'Content-Type: text/plain; charset=klingon\r\n\r\nx\r\n'],
    ['an encoding that does not exist', 'Content-Transfer-Encoding: rot13\r\n\r\nx\r\n'],
    ['a boundary that does not come', 'Content-Type: multipart/mixed; boundary=b\r\n\r\nx\r\n'],
    ['parts in parts without end', `${'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n'.repeat(300)}x\r\n`],
  ])('%s is no reason to lose it', async (_what, text) => {
    await expect(read(text)).resolves.toMatchObject({ subject: '' });
  });

  test('holds nothing that the database refuses', async () => {
    const message = await read('Subject: =?UTF-8?B?AGEKYg==?=\r\nX-A: =?UTF-8?B?AA==?=\r\n\r\nx\r\n');
    expect(message.subject).toBe('\uFFFDa b');
    expect(message.headers).toEqual({ 'X-A': '\uFFFD' });
  });

  test('a subject of any length is shown up to the length that one may have', async () => {
    expect((await read(`Subject: ${'word '.repeat(1000)}\r\n\r\nx\r\n`)).subject).toHaveLength(2000);
  });

  test('what is cut holds no half of a character', async () => {
    const faces = '\u{1F600}'.repeat(1000);
    const lines = [
      `Subject: =?UTF-8?B?${Buffer.from(`a${faces}`).toString('base64')}?=`,
      `Content-Type: application/pdf; name="=?UTF-8?B?${Buffer.from(faces).toString('base64')}?="`,
      `Content-ID: <${faces}>`,
      'Content-Disposition: attachment',
    ];
    const message = await read([...lines, '', 'x', ''].join('\r\n'));
    expect(message).toMatchObject({
      subject: `a${faces.slice(0, 2 * 499)}`,
      attachments: [{ filename: faces.slice(0, 2 * 127), contentId: faces.slice(0, 2 * 63) }],
    });
  });

  test('whatever the octets are, it reads them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (octets) => {
        await expect(
          read(Buffer.concat([Buffer.from('Content-Type: multipart/mixed; boundary="a"\r\n'), octets])),
        ).resolves.toBeDefined();
      }),
      { numRuns: 200 },
    );
  });
});

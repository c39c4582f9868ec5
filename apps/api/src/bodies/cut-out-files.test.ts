import { describe, expect, test } from '@jest/globals';
import { cutOutFiles, cutOutFilesInTurns } from './cut-out-files.ts';

const OCTETS = 20_000;
/** Makes a body long enough to be looked at. */
const LONG_TEXT = 20_000;
const bytes = Uint8Array.from({ length: OCTETS }, (_, n) => (n * 7) % 256);
const items = [...bytes];

/** What the API makes of a body. */
function read(text: string): { parsed: unknown; text: string } {
  const cut = cutOutFiles(Buffer.from(text));
  const parsed: unknown = JSON.parse(cut.text);
  cut.putBack(parsed);
  return { parsed, text: cut.text };
}

const withContent = (content: unknown, rest: object = {}) => ({ attachments: [{ filename: 'a', content }], ...rest });

describe('a long array of bytes in a body', () => {
  test('becomes bytes without being parsed', () => {
    const { parsed, text } = read(JSON.stringify(withContent(items, { subject: 'x' })));
    expect(parsed).toEqual(withContent(bytes, { subject: 'x' }));
    expect(text.length).toBeLessThan(200);
  });

  test('becomes bytes in the form of a Buffer, and beside other files', () => {
    const body = {
      html: 'Quotes: "[1,2]" \\" and a backslash at the end \\',
      to: ['a@example.com', 'b@example.com'],
      attachments: [
        { content: 'AAAA' },
        { content: { type: 'Buffer', data: items } },
        { content: [1, 2, 3] },
        { content: items },
      ],
    };
    expect(read(JSON.stringify(body)).parsed).toEqual({
      ...body,
      attachments: [
        { content: 'AAAA' },
        { content: { type: 'Buffer', data: bytes } },
        { content: [1, 2, 3] },
        { content: bytes },
      ],
    });
  });

  test('may have space between its items', () => {
    expect(read(JSON.stringify(withContent(items), null, 2)).parsed).toEqual(withContent(bytes));
  });

  test.each([
    ['elsewhere', { subject: items }],
    ['in a header of that name', { headers: { content: items } }],
    ['deeper', { attachments: [{ other: { content: items } }] }],
    ['in a batch', [withContent(items)]],
    ['in a text', { text: JSON.stringify(withContent(items)) }],
  ])('%s is left to the parser', (_, body) => {
    const { parsed, text } = read(JSON.stringify(body));
    expect(text).toBe(JSON.stringify(body));
    expect(parsed).toEqual(body);
  });

  test.each([
    ['256', 256],
    ['a negative number', -1],
    ['a fraction', 1.5],
    ['a text', '1'],
    ['nothing', null],
    ['an object', {}],
  ])('that holds %s is refused with its place', (_, item) => {
    const wrong = { attachments: [{ content: 'AAAA' }, { content: [...items, item, 1] }] };
    expect(() => read(JSON.stringify(wrong))).toThrow(
      `The \`attachments\` field, item 2, \`content\`: must be an array of integers from 0 to 255, and item ${String(OCTETS + 1)} is not one.`,
    );
  });

  test.each(['01', '1,', '1e1', '1 2', ''])('that is not JSON is refused: %j', (end) => {
    const text = JSON.stringify(withContent([...items, 77_777])).replace('77777', end);
    expect(() => read(text)).toThrow(/item \d+ is not one/);
  });

  test('under a key that is there twice does no harm', () => {
    const text = JSON.stringify(withContent(items));
    for (const other of ['5', 'null', '"x"', '[5, null, "x"]', '{}']) {
      expect(read(`${text.slice(0, -1)},"attachments":${other}}`).parsed).toEqual({ attachments: JSON.parse(other) as unknown });
    }
  });

  test('is no matter of how a body is broken', () => {
    for (const broken of [
      `"${'a'.repeat(OCTETS)}`,
      `]]]}}${' '.repeat(OCTETS)}`,
      `{"attachments":[{"content":[${'1,'.repeat(OCTETS)}`,
    ]) {
      expect(cutOutFiles(Buffer.from(broken)).text).toBe(broken);
    }
  });

  test('of nothing but space is empty', () => {
    const { parsed } = read(`{"attachments":[{"content":[${' '.repeat(OCTETS)}]}]}`);
    expect(parsed).toEqual({ attachments: [{ content: new Uint8Array(0) }] });
  });

  // In steps for each bracket to the next one's end, these would take minutes to hours.
  test.each([
    ['is never closed', '[ '.repeat(20)],
    ['is closed now and then', `${'[ '.repeat(20)}${']'.repeat(20)},`.repeat(2000)],
  ])('that %s is walked over once', (_, content) => {
    const body = Buffer.from(`{"attachments":[{"content":${content}"${' x'.repeat(LONG_TEXT)}"`);
    expect(cutOutFiles(body).text.length).toBe(body.length);
  });
});

describe('a long text in base64 in a body', () => {
  const base64 = Buffer.from(bytes).toString('base64');
  const readContent = (content: string) => {
    const { parsed, text } = read(`{"attachments":[{"filename":"a","content":"${content}"}],"subject":"x"}`);
    expect((parsed as { subject: unknown }).subject).toBe('x');
    return { content: (parsed as { attachments: { content: unknown }[] }).attachments[0]?.content, text };
  };

  test.each([
    ['with padding', base64],
    ['without', base64.replaceAll('=', '')],
    ['in the alphabet for URLs', Buffer.from(bytes).toString('base64url')],
    ['with slashes as PHP writes them', base64.replaceAll('/', String.raw`\/`)],
    ['in lines', base64.replaceAll(/.{76}/g, String.raw`$&\r\n`)],
  ])('%s becomes bytes without being parsed', (_, content) => {
    expect(readContent(content)).toEqual({ content: bytes, text: expect.any(String) as unknown });
    expect(readContent(content).text.length).toBeLessThan(200);
  });

  test.each([1, 2, 3])('of %i bytes more becomes bytes', (more) => {
    const longer = Uint8Array.from([...bytes, ...bytes.subarray(0, more)]);
    expect(readContent(Buffer.from(longer).toString('base64')).content).toEqual(longer);
    expect(readContent(Buffer.from(longer).toString('base64url')).content).toEqual(longer);
  });

  test.each([
    ['a character that is in no alphabet', `${base64.slice(0, 4000)}!${base64.slice(4001)}`],
    ['such a character more', `${base64.slice(0, 4000)}!${base64.slice(4000)}`],
    ['characters of both alphabets', `-/${base64.slice(2)}`],
    ['padding in the middle', `AA==${base64}`],
    ['padding to no group of four', `${base64.replaceAll('=', '')}===`],
    ['one character more than groups of four', `${base64.replaceAll('=', '').slice(0, 8000)}A`],
    ['a letter beyond ASCII', `\u0142${base64.slice(1)}`],
    ['an escaped letter', `${String.raw`\u0041`}${base64.slice(1)}`],
    ['an escaped backslash', `${String.raw`\\`}nAA${base64.slice(4)}`],
    ['an escaped backslash and what reads like two line breaks', `${base64.slice(0, 8000)}${String.raw`\\rn`}AA`],
    ['many of them', String.raw`\\rn`.repeat(2000)],
    ['the beginning of a data: URL', `data:application/pdf;base64,${base64}`],
  ])('with %s is left to the parser', (_, content) => {
    expect(readContent(content).content).toBe(JSON.parse(`"${content}"`));
  });

  test.each([
    ['elsewhere', { subject: base64 }],
    ['in a header of that name', { headers: { content: base64 } }],
    ['in a path', { attachments: [{ path: base64 }] }],
    ['in the data of an object', { attachments: [{ content: { type: 'Buffer', data: base64 } }] }],
    ['as a name', { attachments: [{ content: { [base64]: 1 } }] }],
    ['in a batch', [{ attachments: [{ content: base64 }] }]],
  ])('%s is left to the parser', (_, body) => {
    expect(read(JSON.stringify(body)).parsed).toEqual(body);
  });
});

describe('a long body', () => {
  const body = Buffer.from(
    JSON.stringify({
      html: `"'\\ [],`.repeat(500_000),
      attachments: [{ content: 'A'.repeat(3_000_000) }, { content: items }],
    }),
  );

  test('is read in turns as at once', async () => {
    const turns: string[] = [];
    let isRead = false;
    const others = (): void => {
      if (isRead) return;
      turns.push('other');
      setImmediate(others);
    };
    others();
    const [inTurns, atOnce] = [await cutOutFilesInTurns(body), cutOutFiles(body)];
    isRead = true;
    expect(turns.length).toBeGreaterThan(3);
    expect(inTurns.text.length).toBe(atOnce.text.length);
    const parsed = JSON.parse(inTurns.text) as { attachments: { content: Uint8Array }[] };
    inTurns.putBack(parsed);
    const files = parsed.attachments.map(({ content }) => Buffer.from(content));
    expect(files.map(({ length }) => length)).toEqual([2_250_000, OCTETS]);
    expect(files[1]?.equals(bytes)).toBe(true);
  });
});

describe('a body', () => {
  const files = (item: string, count: number) => `{"attachments":[${Array<string>(count).fill(item).join(',')}]}`;

  test.each([
    ['empty arrays', files('[]', 50_001)],
    ['empty objects', files('{}', 50_001)],
    ['numbers', `{"to":[${'1,'.repeat(100_001)}1]}`],
    ['texts', `[${'""'.repeat(200_001)}]`],
    ['short arrays of bytes', `[${`{"attachments":[{"content":[1,2,3]}]},`.repeat(20_000)}{}]`],
    ['objects in a file that never ends', `{"attachments":[{"content":[${'{},'.repeat(100_001)}`],
  ])('with too many %s is refused before it is parsed', (_, text) => {
    expect(() => read(text)).toThrow('The request body must hold at most 100,000 values.');
  });

  test.each([
    ['arrays', '['.repeat(100_000)],
    ['objects', '{"a":'.repeat(100_000)],
    ['both, in a file', `{"attachments":[{"content":${'[{"data":'.repeat(100_000)}`],
  ])('with %s nested too deep is refused before it is parsed', (_, text) => {
    expect(() => read(text)).toThrow('The request body must nest arrays and objects at most 32 deep.');
  });

  test('with many bytes in files and brackets in texts is not refused', () => {
    const body = { html: '[],'.repeat(200_000), attachments: Array.from({ length: 100 }, () => ({ content: items })) };
    expect(read(JSON.stringify(body)).parsed).toMatchObject({ html: body.html });
  });
});

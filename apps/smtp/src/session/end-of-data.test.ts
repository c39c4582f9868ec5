import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SMTPStream } from 'smtp-server/lib/smtp-stream.js';
import { feedData } from './feed-data.ts';

/**
 * What the parser reads from bytes that arrive in these chunks after DATA, with the original function of smtp-server or with
 * `feedData`.
 */
async function parse(
  chunks: readonly Buffer[],
  { feed = feedData }: { readonly feed?: typeof feedData | null } = {},
): Promise<{ readonly content: string; readonly commands: readonly string[] }> {
  const commands: string[] = [];
  let content = '';
  const stream = new SMTPStream();
  if (feed !== null) stream._feedDataStream = feed;
  const command = stream as unknown as { oncommand: (line: Buffer, next?: () => void) => void };
  command.oncommand = (line, next) => {
    commands.push(line.toString('latin1'));
    if (line.toString() === 'DATA') {
      const data = stream.startDataMode();
      data.on('data', (chunk: Buffer) => (content += chunk.toString('latin1')));
      data.on('end', () => stream.continue());
    }
    next?.();
  };
  for (const chunk of [Buffer.from('DATA\r\n'), ...chunks]) {
    await new Promise<void>((resolve, reject) => stream.write(chunk, (error) => (error ? reject(error) : resolve())));
  }
  return { content, commands: commands.slice(1) };
}

const split = (octets: Buffer, ...at: number[]): Buffer[] =>
  [0, ...at].map((from, index) => octets.subarray(from, at[index] ?? octets.length)).filter(({ length }) => length > 0);

/** As one chunk, split in two at each position, and byte by byte. */
const waysToCome = (octets: Buffer): Buffer[][] => [
  [octets],
  ...Array.from(octets, (_, at) => split(octets, at)),
  Array.from(octets, (octet) => Buffer.from([octet])),
];

const BARE = ['\n.\n', '\n.\r\n', '\r\n.\n', '\r.\r', '\r\n.\r', '\r.\r\n', '\n.\r', '\r\r\n.\n', '\r\n\r.\r\n', '\n\r.\r\n'];

describe('the end of the content, wherever the chunks are split', () => {
  test.each(BARE)('is not %j, and the following bytes are content', async (end) => {
    const given = `one${end}MAIL FROM:<eve@evil.example>\r\n`;
    for (const chunks of waysToCome(Buffer.from(`${given}.\r\nNOOP\r\n`))) {
      expect(await parse(chunks)).toEqual({ content: given, commands: ['NOOP'] });
    }
  });

  test('is not a doubled dot, which is a single dot of content', async () => {
    for (const chunks of waysToCome(Buffer.from('..\r\none\r\n..\r\n...\r\n.\r\nNOOP\r\n'))) {
      expect(await parse(chunks)).toEqual({ content: '.\r\none\r\n.\r\n..\r\n', commands: ['NOOP'] });
    }
  });

  test('is CR LF . CR LF, also without content', async () => {
    for (const chunks of waysToCome(Buffer.from('.\r\nNOOP\r\n'))) {
      expect(await parse(chunks)).toEqual({ content: '', commands: ['NOOP'] });
    }
    for (const chunks of waysToCome(Buffer.from('one\r\n.\r\nMAIL FROM:<>\r\n'))) {
      expect(await parse(chunks)).toEqual({ content: 'one\r\n', commands: ['MAIL FROM:<>'] });
    }
  });
});

test('any bytes in any chunks are read as smtp-server reads them', async () => {
  const pieces = fc.array(fc.constantFrom('\r', '\n', '.', '\r\n', '..', '\r\n.', '\r\n..', 'a', 'NOOP'), { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(pieces, fc.array(fc.nat(60), { maxLength: 4 }), async (texts, cuts) => {
      const octets = Buffer.from(`${texts.join('')}\r\n.\r\n`);
      const places = [...new Set(cuts)].filter((at) => at > 0 && at < octets.length).sort((one, other) => one - other);
      for (const chunks of [split(octets, ...places), Array.from(octets, (octet) => Buffer.from([octet]))]) {
        expect(await parse(chunks)).toEqual(await parse(chunks, { feed: null }));
      }
    }),
    { numRuns: 2000 },
  );
});

test('a chunk full of doubled dots is emitted as one chunk, and its bytes are not changed in place', async () => {
  const given = Buffer.from('..\r\n'.repeat(10_000));
  const stream = new SMTPStream();
  stream._feedDataStream = feedData;
  stream.oncommand = (_, next) => next?.();
  const data = stream.startDataMode(undefined);
  const chunks: Buffer[] = [];
  data.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise<void>((resolve) => stream.write(given, () => resolve()));
  await new Promise((resolve) => setImmediate(resolve));
  expect(chunks).toHaveLength(1);
  expect(chunks.join('')).toBe('.\r\n'.repeat(10_000).slice(0, -3));
  expect(given.toString()).toBe('..\r\n'.repeat(10_000));
});

/** Compares the message at the relay with the recording, using an independent parser. */
import { expect } from '@jest/globals';
import type { ReceivedMessage } from '@sendoff/testkit';
import PostalMime, { decodeWords, type Address, type Attachment, type Email } from 'postal-mime';
import { addressInAscii, asParsed, bytesOf, expectTransportable, lines } from '../testing/expect-intact.ts';
import type { ExpectedFile, ExpectedMessage, Mailbox } from './recordings.ts';

const EVERY_BYTE = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
const DATE = /^<date (.+)>$/;

/** Fails unless every part of the message is as expected and there is nothing else. */
export async function expectMessage({ raw, envelope }: ReceivedMessage, expected: ExpectedMessage): Promise<void> {
  expectTransportable(raw);
  const parsed = await PostalMime.parse(raw);

  expect({
    from: mailboxes([parsed.from]),
    to: mailboxes(parsed.to),
    cc: mailboxes(parsed.cc),
    bcc: mailboxes(parsed.bcc),
    replyTo: mailboxes(parsed.replyTo),
    subject: parsed.subject,
    recipients: envelope.to.map(addressInAscii).toSorted(),
    returnPath: envelope.from,
  }).toEqual({
    from: [expected.from],
    to: expected.to,
    cc: expected.cc ?? [],
    bcc: [],
    replyTo: expected.replyTo ?? [],
    subject: expected.subject,
    recipients: expected.recipients,
    returnPath: expected.from.address,
  });
  expectBodies(parsed, expected);
  expectHeaders(parsed, expected.headers ?? {});
  expectFiles(parsed.attachments, expected.files ?? []);
}

const mailboxes = (addresses: readonly (Address | undefined)[] = []): Mailbox[] =>
  addresses.flatMap((each) => (each?.address === undefined ? [] : [{ name: each.name, address: each.address }]));

function expectBodies(parsed: Email, { html, text }: ExpectedMessage): void {
  expect(lines(parsed.html)).toEqual(lines(html));
  if (text !== undefined) expect(lines(parsed.text)).toEqual(lines(text));
}

function expectHeaders(parsed: Email, headers: NonNullable<ExpectedMessage['headers']>): void {
  for (const [name, values] of Object.entries(headers)) {
    const arrived = parsed.headers.filter(({ key }) => key === name.toLowerCase()).map(({ value }) => value);
    const date = DATE.exec(values[0] ?? '')?.[1];
    if (date !== undefined) {
      expect(arrived.map((value) => new Date(value).toISOString())).toEqual([new Date(date).toISOString()]);
      continue;
    }
    expect([name, arrived.map(decodeWords)]).toEqual([name, values]);
    // ASCII values must not be encoded: programs that read these fields do not decode encoded words.
    if (values.every(isAscii)) expect(arrived.join()).not.toContain('=?');
  }
}

/** Not all libraries derive the type of a file from its name, so it is compared only if the recording has one. */
function expectFiles(arrived: readonly Attachment[], expected: readonly ExpectedFile[]): void {
  const byName = <File extends { filename: string | null }>(files: readonly File[]): File[] =>
    files.toSorted((one, other) => (one.filename ?? '').localeCompare(other.filename ?? ''));
  expect(byName(arrived).map(({ filename }) => filename)).toEqual(byName(expected).map(({ filename }) => filename));

  for (const { filename, type, contentId, content } of expected) {
    const file = arrived.find((each) => each.filename === filename);
    expect({
      filename,
      type: type === undefined ? undefined : file?.mimeType,
      contentId: file?.contentId,
      disposition: file?.disposition,
      bytes: bytesOf(file),
    }).toEqual({
      filename,
      type,
      contentId: contentId === undefined ? undefined : `<${contentId}>`,
      disposition: contentId === undefined ? 'attachment' : 'inline',
      bytes: asParsed(content === 'every byte' ? EVERY_BYTE : Buffer.from(content), file?.mimeType),
    });
  }
}

// eslint-disable-next-line no-control-regex
const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

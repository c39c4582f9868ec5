import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PLAIN } from '../../test/compose-kit.ts';
import { composeAnyMessage, composeMessage } from './compose-message.ts';
import { composeTextMessage } from './compose-text-message.ts';
import { composerInput, type OutgoingMessage } from './composer-input.ts';

/** The bytes that nodemailer makes of the same message. */
const built = (message: OutgoingMessage): Promise<Buffer> => composeAnyMessage(composerInput(message));

async function expectSameBytes(message: OutgoingMessage): Promise<void> {
  expect((await composeMessage(message)).toString('latin1')).toBe((await built(message)).toString('latin1'));
}

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-zA-Z0-9.,!?=<>/" -]{1,24}$/) },
  fc.constantFrom(
    'ü',
    'ß',
    '日本語の件名',
    '🚀',
    'שלום',
    'e\u0301',
    '\t',
    '  ',
    '=',
    '=3D',
    '.',
    '..',
    '--',
    '-'.repeat(80),
    'x'.repeat(200),
  ),
);
const lineBreak = fc.constantFrom('\n', '\r\n', '\r', '\n\n', ' \n', '\t\r\n', '\n.\n', '\nFrom ');
const body = fc.array(fc.oneof({ weight: 5, arbitrary: word }, lineBreak), { maxLength: 60 }).map((pieces) => pieces.join(' '));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const message: fc.Arbitrary<OutgoingMessage> = fc.record({
  messageId: fc.constant(PLAIN.messageId),
  date: fc.constant(PLAIN.date),
  from: fc.constantFrom(
    'a@acme.example',
    'Acme <hello@acme.example>',
    '"Müller, Jürgen" <jm@acme.example>',
    '日本 <x@bücher.example>',
  ),
  to: fc.array(fc.constantFrom('b@example.com', 'Bo <bo@example.com>', '"Ü, b" <b@example.org>'), { minLength: 1, maxLength: 5 }),
  cc: fc.array(fc.constantFrom('c@example.com', 'Åsa <c@example.com>'), { maxLength: 2 }),
  replyTo: fc.array(fc.constant('r@example.com'), { maxLength: 1 }),
  subject: fc.array(word, { maxLength: 20 }).map((words) => words.join(' ').replaceAll('\t', ' ')),
  html: maybe(body),
  text: maybe(body),
  headers: fc.dictionary(fc.constantFrom('X-Campaign', 'List-Unsubscribe', 'X-Ünknown'), fc.stringMatching(/^[ -~äöü]{0,120}$/)),
  attachments: fc.constant([]),
});

describe('a message is written with the bytes of nodemailer', () => {
  test('whatever its texts, names and headers', async () => {
    await fc.assert(fc.asyncProperty(message, expectSameBytes), { numRuns: 500 });
  });

  test.each<[string, Partial<OutgoingMessage>]>([
    ['no body at all', { text: null, html: null }],
    ['an empty text', { text: '' }],
    ['an empty html beside a text', { html: '' }],
    ['a text that does not end its last line', { text: 'no end' }],
    ['lines of exactly 76 and 77 characters', { text: `${'a'.repeat(76)}\n${'b'.repeat(77)}` }],
    ['mostly symbols, so base64', { text: '日本語'.repeat(2000) }],
    ['long quoted-printable', { html: `<p>${'Grüße aus Köln, '.repeat(900)}</p>`, text: 'x'.repeat(5000) }],
  ])('%s', async (_, changes) => {
    await expectSameBytes({ ...PLAIN, ...changes });
    expect(composeTextMessage(composerInput({ ...PLAIN, ...changes }))).not.toBeNull();
  });

  test('a long body and a file are left to nodemailer', async () => {
    const long = { ...PLAIN, text: 'é, '.repeat(40_000) };
    const file = { filename: 'a.bin', contentType: null, contentId: null, content: Buffer.alloc(3000, 7) };
    for (const other of [long, { ...PLAIN, attachments: [file] }]) {
      expect(composeTextMessage(composerInput(other))).toBeNull();
      await expectSameBytes(other);
    }
  });
});

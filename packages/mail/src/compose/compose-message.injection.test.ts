import { describe, expect, test } from '@jest/globals';
import { domainToASCII } from 'node:url';
import PostalMime from 'postal-mime';
import { expectTransportable, fieldsOf, PLAIN } from '../../test/compose-kit.ts';
import { composeMessage } from './compose-message.ts';
import { headerProblem } from '../message/header-problem.ts';
import { InvalidMailbox, parseMailbox } from '../message/parse-mailbox.ts';
import { textProblem } from '../message/text-problem.ts';

describe('nothing that passes the checks can add a header or a recipient', () => {
  const random = seeded(20_260_203);
  const pieces = [
    'a',
    'B',
    ' ',
    '  ',
    '\t',
    '"',
    '\\',
    '<',
    '>',
    '@',
    ',',
    ';',
    ':',
    '(',
    ')',
    '[',
    ']',
    '.',
    '=?utf-8?q?=0D=0ABcc:_x?=',
    '?=',
    '=?',
    '\r\n',
    '\n',
    '\r',
    '\0',
    '\u2028',
    '\u0085',
    'é',
    '日本',
    '🚀',
    '\ud800',
    'Bcc: x@evil.example',
    'x@evil.example',
    'user@example.com',
    '-'.repeat(70),
  ];
  const text = (): string =>
    Array.from({ length: Math.floor(random() * 8) }, () => pieces[Math.floor(random() * pieces.length)]).join('');

  test('in 3000 random messages', async () => {
    let composed = 0;
    for (let round = 0; round < 3000; round += 1) {
      const to = random() < 0.5 ? `${text()} <user@example.com>` : `${text()}user@example.com${text()}`;
      const [subject, value, filename, contentType] = [text(), text(), text(), text()];
      const mailbox = tryMailbox(to);
      if (mailbox === undefined || textProblem(subject) !== undefined || headerProblem('X-Test', value) !== undefined) continue;
      composed += 1;
      const attachments = [
        { filename, contentType: contentType === '' ? null : contentType, contentId: null, content: Buffer.from('x') },
      ];
      const raw = await composeMessage({ ...PLAIN, to: [to], subject, headers: { 'X-Test': value }, attachments });
      expectTransportable(raw);
      const expected = [
        'from',
        'to',
        'date',
        'message-id',
        'mime-version',
        'x-test',
        'content-type',
        ...(subject.trim() ? ['subject'] : []),
      ];
      expect(fieldsOf(raw).sort()).toEqual(expected.sort());
      const parsed = await PostalMime.parse(raw);
      expect(parsed.to?.map(({ address }) => inAscii(address ?? ''))).toEqual([mailbox.address]);
      expect(parsed.attachments).toHaveLength(1);
      expect(parsed.text?.trim()).toBe('Hello');
    }
    expect(composed).toBeGreaterThan(100);
  });
});

/** Beside a local part in Unicode, the composer writes the domain in Unicode too. */
function inAscii(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return address.slice(0, at) + domainToASCII(address.slice(at));
}

function tryMailbox(text: string): { readonly address: string } | undefined {
  try {
    return parseMailbox(text);
  } catch (error) {
    if (error instanceof InvalidMailbox) return undefined;
    throw error;
  }
}

/** Repeatable random numbers (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

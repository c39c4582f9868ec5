import { SendoffError } from '@sendoff/core';
import { newId } from '@sendoff/db';
import type { CostCase } from './cost-case.ts';
import { hostileText } from './hostile-text.ts';
import { readBatch, readEmail } from './read-json-bodies.ts';
import type { SeededRandom } from './seeded-random.ts';

/* prettier-ignore */
const MAILBOX = ['a@b.example', '"', '\\"', '\\', '<', '>', '@', ',', ';', ' ', '(', ')', '=?utf-8?q?', '=C3=BC', '?=', '=?utf-8?b?', 'YQ', '=?', 'ü', '.', 'x', ' <a@b.example>', ' <a@xn--bcher-kva.example>', 'a@', '.example'];
/* prettier-ignore */
const SUBJECT = ['=?utf-8?q?', '=?utf-8?b?', '=?big5?q?', '=?gb18030*en?q?', '?=', ' ', '=C3', '=BC', 'x', 'ü', '=?', '?', '_', 'YQ==', '?= =?utf-8?q?', '\uD83D\uDE00'];
/* prettier-ignore */
const TIME = ['in ', '1 ', 'min', 'tomorrow', ' at ', '9am', 'monday', 'next ', 'last ', '2026-', '12-', '01', 'T', ':', ' ', 'day after ', 'and ', 'half', 'an hour', 'am ', '.', ',', 'utc', 'twenty'];
/* prettier-ignore */
const HEADER = [...SUBJECT, '<a@b.example>', ',', '"', '(', ')', '\r\n ', '\t', ';', 'filename*=', 'a=', 'https://a.example/', '<', '>'];
const NAMES = [
  'X-A',
  'References',
  'Reply-To',
  'List-Unsubscribe',
  'Message-ID',
  'Date',
  'To',
  'Comments',
  'Sender',
  'Content-Type',
];
/* prettier-ignore */
const JSON_PIECES = ['[', ']', '{', '}', '"', '"a":', ',', ':', '1', '1,', '[],', '{},', '"attachments":[', '"content":[', '{"content":', '\\', '\\"', '\\u0000', '"__proto__":', ' ', '\n', 'null,', '"to":["a@b.example",'];

/** Bodies of POST /emails: valid ones with hostile values in their fields, and texts that are barely JSON. */
export const openJsonEmailCase = (): CostCase => ({
  name: 'json email',
  generate: (random, bytes) =>
    random.between(0, 3) === 0
      ? Buffer.from(`{"attachments":${hostileText(random, JSON_PIECES, bytes)}`)
      : Buffer.from(JSON.stringify(hostileEmail(random, bytes))),
  run: (input) =>
    answer(() => {
      readEmail(input, newId());
      return Promise.resolve();
    }),
});

/**
 * The bytes that each email of a batch counts as. Storing an email takes about 0.2 ms and is charged to the key, which equals the
 * time allowed for this many bytes.
 */
const EMAIL_OF_BATCH = 2048;

/** Bodies of POST /emails/batch with up to a hundred emails. */
export const openJsonBatchCase = (): CostCase => ({
  name: 'json batch',
  generate: (random, bytes) => {
    const count = random.between(1, 100);
    // All emails are the same: a batch is as slow as its slowest email, and different emails are covered by the other target.
    const email = hostileEmail(random, Math.floor(bytes / count));
    return Buffer.from(JSON.stringify(Array.from({ length: count }, () => email)));
  },
  run: (input) => answer(() => readBatch(input)),
  minBytes: (input) => (JSON.parse(input.toString()) as readonly unknown[]).length * EMAIL_OF_BATCH,
});

function hostileEmail(random: SeededRandom, bytes: number): object {
  const text = (pieces: readonly string[], most: number): string =>
    hostileText(random, pieces, Math.max(1, Math.min(most, bytes)));
  const mailboxes = (most: number): string[] => {
    const one = text(MAILBOX, random.pick([50, 400, 1900]));
    const count = Math.max(1, Math.min(most, Math.floor(bytes / (one.length + 3))));
    return Array.from({ length: random.between(1, count) }, () => one);
  };
  const email: Record<string, unknown> = { from: 'a@b.example', to: ['a@b.example'], subject: 'x', text: 'x' };
  switch (random.between(0, 8)) {
    case 0:
      return { ...email, to: mailboxes(50), cc: mailboxes(50), bcc: mailboxes(50), reply_to: mailboxes(50) };
    case 1:
      return { ...email, from: text(MAILBOX, 1990), subject: text(SUBJECT, 7900) };
    case 2:
      return { ...email, scheduled_at: text(TIME, 100) };
    case 3: {
      const value = text(HEADER, random.pick([30, 600, 60_000]));
      const count = Math.max(1, Math.min(100, Math.floor(60_000 / value.length), Math.floor(bytes / value.length)));
      const headers = Array.from({ length: count }, () => ({ name: random.pick(NAMES), value }));
      return { ...email, headers };
    }
    case 4:
      return {
        ...email,
        headers: Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`X-${String(n)}`, text(HEADER, bytes / 100)])),
      };
    case 5:
      return {
        ...email,
        tags: Array.from({ length: 100 }, () => ({ name: text(['a', 'B', '-', 'ü'], 256), value: text(['a', '_'], 256) })),
      };
    case 6: {
      const content = random.pick(['data:text/plain,', 'data:a/b;base64,', '', 'BEGIN:VCALENDAR']);
      return {
        ...email,
        attachments: [{ content: content + text(['%41', 'QUJD', ' ', '\n', '=', '%', '%C3%BC', '-_', 'ü'], bytes) }],
      };
    }
    case 7: {
      const files = Math.max(1, Math.min(100, Math.floor(bytes / 600)));
      const one = {
        content: 'QQ==',
        filename: text(SUBJECT, 250),
        content_type: `a/b${text(['; a=b', ' ', ';', '"', ' ; x="y"'], 240)}`,
      };
      return { ...email, attachments: Array.from({ length: files }, () => one) };
    }
    default:
      return { ...email, html: text(['<p>', 'x', 'ü', '\uD83D\uDE00', '\n'], bytes), text: text(['x', 'ü'], 100) };
  }
}

/** Ignores errors that the program reports to the client. */
async function answer(read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof SendoffError) && !(error instanceof SyntaxError)) throw error;
  }
}

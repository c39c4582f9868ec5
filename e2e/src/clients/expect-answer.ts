/** Compares a response with what the client's code reads of it. */
import { expect } from '@jest/globals';
import { fillIn, type Values } from './placeholders.ts';
import type { ReplayedAnswer } from './replay-request.ts';
import type { ExpectedAnswer } from './recordings.ts';

const UUID = expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/) as unknown;
const STRING = expect.any(String) as unknown;
const STRINGS = expect.arrayOf(expect.any(String)) as unknown;
/** Times that every client can parse: ISO 8601 or PostgreSQL's format. */
const TIMESTAMP = expect.stringMatching(/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.\d]*(?:Z|\+00)$/) as unknown;
const DISPOSITION = expect.stringMatching(/^(?:attachment|inline)$/) as unknown;
/** Clients with an enumeration reject other values. */
const LAST_EVENT = expect.stringMatching(
  /^(?:bounced|canceled|clicked|complained|delivered|delivery_delayed|failed|opened|queued|scheduled|sent|suppressed)$/,
) as unknown;

const listOf = (item: Record<string, unknown>): unknown => expect.arrayOf(expect.objectContaining(item));

/** Types of values and list items, as typed clients declare them: never null. */
const KINDS: Readonly<Record<string, unknown>> = {
  '<uuid>': UUID,
  '<string>': STRING,
  '<strings>': STRINGS,
  '<boolean>': expect.any(Boolean),
  '<object>': expect.any(Object),
  '<timestamp>': TIMESTAMP,
  '<iso>': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*Z$/),
  '<disposition>': DISPOSITION,
  '<key>': expect.stringMatching(/^re_/),
  '<secret>': expect.stringMatching(/^whsec_/),
  '<emails>': listOf({
    id: UUID,
    message_id: STRING,
    from: STRING,
    to: STRINGS,
    cc: STRINGS,
    bcc: STRINGS,
    reply_to: STRINGS,
    subject: STRING,
    created_at: TIMESTAMP,
    last_event: LAST_EVENT,
  }),
  '<files>': listOf({
    id: UUID,
    filename: STRING,
    size: expect.any(Number),
    content_type: STRING,
    content_disposition: DISPOSITION,
    download_url: STRING,
    expires_at: TIMESTAMP,
  }),
  '<apiKeys>': listOf({ id: UUID, name: STRING, created_at: TIMESTAMP }),
  '<webhooks>': listOf({
    id: UUID,
    endpoint: STRING,
    events: STRINGS,
    status: expect.stringMatching(/^(?:enabled|disabled)$/),
    created_at: TIMESTAMP,
  }),
};

/** Fails unless the response has the status and everything that the client reads; it may have more. */
export function expectAnswer(answer: ReplayedAnswer, expected: ExpectedAnswer, values: Values): void {
  const { status, headers, body } = answer;
  expect({ status, body }).toEqual({ status: expected.status, body: toMatcher(expected.body, values) });
  // Some clients ignore bodies of other content types.
  expect(headers['content-type']).toMatch(/^application\/json\b/);
}

function toMatcher(pattern: unknown, values: Values): unknown {
  if (typeof pattern === 'string') return KINDS[pattern] ?? fillIn(pattern, values);
  if (Array.isArray(pattern)) return pattern.map((item) => toMatcher(item, values));
  if (typeof pattern !== 'object' || pattern === null) return pattern;
  return expect.objectContaining(
    Object.fromEntries(Object.entries(pattern).map(([name, value]) => [name, toMatcher(value, values)])),
  );
}

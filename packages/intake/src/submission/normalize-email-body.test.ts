import { describe, expect, test } from '@jest/globals';
import { normalizeEmailBody, normalizeEmailOfBatch, withoutNulls } from './normalize-email-body.ts';

describe('placeholders of clients for omitted fields are removed', () => {
  test.each([
    [{ html: null, headers: [], topic_id: null }, {}],
    [{ from: '', cc: '', bcc: '', reply_to: ' ', headers: '', tags: '', attachments: '', template: '' }, {}],
    [
      { cc: [''], bcc: [null, 'b@example.com', ' '], reply_to: ['a@example.com'] },
      { cc: [], bcc: ['b@example.com'], reply_to: ['a@example.com'] },
    ],
  ])('%j', (empty, filled) => {
    expect(normalizeEmailBody({ subject: 'Hello', ...empty })).toEqual({ subject: 'Hello', ...filled });
  });

  test.each([
    { content_id: null, contentId: '', inline_content_id: '', inlineContentId: null },
    { filename: false },
    { filename: '', path: '', content_type: '', contentType: null },
  ])('in a file: %j', (empty) => {
    expect(normalizeEmailBody({ attachments: [{ content: 'aGk=', ...empty }] })).toEqual({ attachments: [{ content: 'aGk=' }] });
  });
});

test('fields are recognized by the names of other clients, and the documented name wins', () => {
  const attachments = [
    { content: 'aGk=', contentType: 'a/b', contentId: 'x' },
    { inlineContentId: 'x' },
    { content_id: 'x', inline_content_id: 'y' },
    { contentId: 'x', content_id: null },
  ];
  expect(normalizeEmailBody({ replyTo: 'a@example.com', scheduledAt: 'in 1 min', topicId: null, attachments })).toEqual({
    reply_to: 'a@example.com',
    scheduled_at: 'in 1 min',
    attachments: [
      { content: 'aGk=', content_type: 'a/b', content_id: 'x' },
      { content_id: 'x' },
      { content_id: 'x' },
      { content_id: 'x' },
    ],
  });
  expect(normalizeEmailBody({ reply_to: 'a@example.com', replyTo: 'b@example.com' })).toEqual({ reply_to: 'a@example.com' });
  expect(normalizeEmailBody({ reply_to: '', replyTo: 'b@example.com' })).toEqual({ reply_to: 'b@example.com' });
});

describe('meaningful values, and those for the schema to validate, are unchanged', () => {
  test.each([
    null,
    'text',
    5,
    [null],
    { headers: ['x'] },
    { attachments: 'none' },
    { attachments: [null, 'x', { content: '' }] },
    { to: [null], text: '', html: '', subject: '', tags: [], cc: [] },
    { to: '', colour: '', subject: false, scheduled_at: '' },
  ])('%j', (body) => {
    expect(normalizeEmailBody(body)).toEqual(body);
  });

  test('an unchanged body is not copied', () => {
    const body = { to: 'a@example.com', cc: ['b@example.com'] };
    expect(normalizeEmailBody(body)).toBe(body);
    expect(withoutNulls(body)).toBe(body);
  });
});

test('an email of a batch may have an empty list of attachments', () => {
  expect(normalizeEmailOfBatch({ to: 'a@example.com', cc: '', attachments: [] })).toEqual({ to: 'a@example.com' });
});

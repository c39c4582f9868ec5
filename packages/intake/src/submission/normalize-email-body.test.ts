import { describe, expect, test } from '@jest/globals';
import { normalizeEmailBody, normalizeEmailOfBatch, withoutNulls } from './normalize-email-body.ts';

describe('what clients send for what was left out is as absent', () => {
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

test('fields are found by the names that other clients give them, and the documented name counts', () => {
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

describe('what means something, or is for a schema to judge, stays', () => {
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

  test('a body of which nothing is left out is not copied', () => {
    const body = { to: 'a@example.com', cc: ['b@example.com'] };
    expect(normalizeEmailBody(body)).toBe(body);
    expect(withoutNulls(body)).toBe(body);
  });
});

test('an email of a batch may say that it has no attachments', () => {
  expect(normalizeEmailOfBatch({ to: 'a@example.com', cc: '', attachments: [] })).toEqual({ to: 'a@example.com' });
});

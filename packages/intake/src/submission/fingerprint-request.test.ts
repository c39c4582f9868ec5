import { describe, expect, test } from '@jest/globals';
import { buildSubmission } from './build-submission.ts';
import { canonicalJson } from './canonical-json.ts';
import { fingerprintBatch, fingerprintRequest } from './fingerprint-request.ts';
import type { EmailBody } from './email-body.ts';

const MAIL: EmailBody = { from: 'a@example.com', to: 'b@example.com', subject: 'Hello', text: 'Hello.' };
const CONTEXT = {
  id: '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b',
  apiKeyId: null,
  mode: 'live',
  defaultFrom: undefined,
} as const;

const fingerprint = (changes: Partial<EmailBody> = {}, operation = 'POST /emails') => {
  const body = { ...MAIL, ...changes };
  return fingerprintRequest(operation, body, buildSubmission(body, CONTEXT));
};
const withFile = (content: string | readonly number[], changes: object = {}) =>
  fingerprint({ attachments: [{ filename: 'a.txt', content, ...changes }] });

describe('canonicalJson', () => {
  test('ignores the order of keys at any depth', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
    expect(canonicalJson({ a: 'x', b: [{ c: null, d: 1 }] })).toBe(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' }));
  });

  test('keeps the order of arrays', () => {
    expect(canonicalJson(['b', 'a'])).not.toBe(canonicalJson(['a', 'b']));
  });
});

describe('two requests are the same', () => {
  test('when only the order of their fields differs', () => {
    const { from, ...rest } = MAIL;
    const body = { ...rest, headers: { 'X-B': '2', 'X-A': '1' }, from } as EmailBody;
    expect(fingerprintRequest('POST /emails', body, buildSubmission(body, CONTEXT))).toBe(
      fingerprint({ headers: { 'X-A': '1', 'X-B': '2' } }),
    );
  });

  test('when their attachments have the same bytes in any form', () => {
    expect(withFile('aGk=')).toBe(withFile([104, 105]));
  });
});

describe('two requests differ', () => {
  test.each([
    ['in a field', fingerprint({ subject: 'Hullo' })],
    ['in a field that one of them leaves out', fingerprint({ cc: [] })],
    ['in how a field is written', fingerprint({ to: ['b@example.com'] })],
    ['in the operation', fingerprint({}, 'POST /emails/batch')],
    ['in a file', withFile('aGk=')],
  ])('%s', (_what, other) => {
    expect(other).not.toBe(fingerprint());
  });

  test('in the bytes, the name or the place of a file', () => {
    const path = fingerprint({ attachments: [{ path: 'https://example.com/a.txt' }] });
    expect(new Set([withFile('aGk='), withFile('aGo='), withFile('aGk=', { filename: 'b.txt' }), path]).size).toBe(4);
  });

  test('in the order of a batch', () => {
    expect(fingerprintBatch('x', [MAIL, { ...MAIL, subject: 'x' }])).not.toBe(
      fingerprintBatch('x', [{ ...MAIL, subject: 'x' }, MAIL]),
    );
  });
});

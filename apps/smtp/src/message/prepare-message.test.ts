import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findHeaderFields } from './header-fields.ts';
import { mailDate, prepareMessage } from './prepare-message.ts';

const DATE = new Date('2026-11-24T06:07:08.900Z');
const nothingMissing = { received: 'from a by b', messageId: null, date: null, from: null };

function prepare(text: string, top: Partial<Parameters<typeof prepareMessage>[2]> = {}): string {
  const message = Buffer.from(text);
  return prepareMessage(message, findHeaderFields(message), { ...nothingMissing, ...top }).toString();
}

test('only Bcc fields and the idempotency key are removed, including folded lines', () => {
  const message =
    'Subject: x\r\nBCC: a@example.com,\r\n b@example.com\r\nX-Bcc: stays\r\nresend-idempotency-key: k\r\nResent-Bcc: c@example.com\r\n\r\nBcc: stays\r\n';
  expect(prepare(message)).toBe('Received: from a by b\r\nSubject: x\r\nX-Bcc: stays\r\n\r\nBcc: stays\r\n');
});

test('missing fields are added at the top and replace empty ones', () => {
  const added = 'Received: from a by b\r\nMessage-ID: <1@a.example>\r\nDate: Tue, 24 Nov 2026 06:07:08 +0000\r\n';
  const missing = { messageId: '<1@a.example>', date: DATE };
  expect(prepare('Subject: x\r\n\r\nbody\r\n', missing)).toBe(`${added}Subject: x\r\n\r\nbody\r\n`);
  expect(prepare('Date:\r\nSubject: x\r\nMessage-Id: \r\n\r\nbody\r\n', missing)).toBe(`${added}Subject: x\r\n\r\nbody\r\n`);
  expect(prepare('', missing)).toBe(`${added}\r\n`);
  expect(prepare('Subject: no body\r\n', missing)).toBe(`${added}Subject: no body\r\n\r\n`);
});

test('the envelope sender is added as From when the message has none', () => {
  const from = { from: 'ann@acme.example' };
  expect(prepare('Subject: x\r\n\r\nbody\r\n', from)).toBe(
    'Received: from a by b\r\nFrom: ann@acme.example\r\nSubject: x\r\n\r\nbody\r\n',
  );
  expect(prepare('From: \r\nSubject: x\r\n\r\n', from)).toBe(
    'Received: from a by b\r\nFrom: ann@acme.example\r\nSubject: x\r\n\r\n',
  );
});

test('a date is written in the format of RFC 5322', () => {
  expect(mailDate(DATE)).toBe('Tue, 24 Nov 2026 06:07:08 +0000');
});

test('every byte after the trace field is unchanged', () => {
  const octets = fc.uint8Array({ maxLength: 300 }).map((array) =>
    Buffer.from(array)
      .toString('latin1')
      .replaceAll(/[\r\n]/g, ' '),
  );
  fc.assert(
    fc.property(fc.array(octets), fc.array(octets), (header, body) => {
      const lines = header.map((line) => `X-Test: ${line}`);
      const message = Buffer.from([...lines, '', ...body, ''].join('\r\n'), 'latin1');
      const prepared = prepareMessage(message, findHeaderFields(message), nothingMissing);
      expect(prepared.equals(Buffer.concat([Buffer.from('Received: from a by b\r\n'), message]))).toBe(true);
    }),
  );
});

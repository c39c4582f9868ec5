import { expect, test } from '@jest/globals';
import { sampleSubmission } from '@sendoff/db/testing';
import { envelope } from './outgoing-email.ts';

type Email = Parameters<typeof envelope>[0];

/** An email with the fields that its envelope needs. */
const email = (fields: Partial<Pick<Email, 'to' | 'cc' | 'bcc'>>, ...recipients: string[]): Email =>
  ({
    ...sampleSubmission({ to: [], ...fields }),
    recipients: recipients.map((address) => ({ address, state: 'pending', isSuppressed: false })),
  }) as unknown as Email;

test.each([
  ['in one field', { to: ['case2@example.com', 'CASE2@example.com'] }],
  ['in another domain case', { to: ['case2@Example.com', 'Case2@example.com'] }],
  ['first in to, then in cc', { to: ['Ann <case2@example.com>'], cc: ['CASE2@example.com'] }],
  ['first in cc, then in bcc', { cc: ['case2@example.com'], bcc: ['Case2@example.com', 'CASE2@example.com'] }],
])('an address written in several ways is sent with its first spelling: %s', (_where, fields) => {
  expect(envelope(email(fields, 'case2@example.com')).to).toEqual(['case2@example.com']);
});

test('an address is sent with the case in which it was written', () => {
  const fields = { to: ['Ann <Ann.B@Example.com>'], bcc: ['bob@example.com'] };
  expect(envelope(email(fields, 'ann.b@example.com', 'bob@example.com')).to).toEqual(['Ann.B@example.com', 'bob@example.com']);
});

import { expect, test } from '@jest/globals';
import { simulate } from './simulate.ts';

test('each test address simulates the result in its name, and any other address is delivered', () => {
  const to = ['delivered@resend.dev', 'bounced+x@resend.dev', 'suppressed@resend.dev', 'any@other.example'];
  expect(simulate(to)).toMatchObject({
    kind: 'answered',
    recipients: [{ verdict: 'sent' }, { verdict: 'bounced' }, { verdict: 'suppressed' }, { verdict: 'sent' }],
  });
});

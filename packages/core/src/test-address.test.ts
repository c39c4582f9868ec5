import { expect, test } from '@jest/globals';
import { isTestAddress } from './test-address.ts';

test.each(['delivered@resend.dev', 'Bounced+order-7@Resend.dev', 'complained+a+b@resend.dev', 'suppressed@resend.dev'])(
  '%s never leaves',
  (address) => {
    expect(isTestAddress(address)).toBe(true);
  },
);

test.each([
  'someone@resend.dev',
  'delivered@resend.dev.example',
  'delivered@resendxdev',
  'undelivered@resend.dev',
  'deliveredx@resend.dev',
  'delivered@sub.resend.dev',
])('%s is mail like any other', (address) => {
  expect(isTestAddress(address)).toBe(false);
});

import { expect, test } from '@jest/globals';
import { actOut, isTestAddress } from './act-out.ts';

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

test('each test address acts out what its name says', () => {
  const { recipients } = actOut(['delivered@resend.dev', 'bounced+x@resend.dev', 'suppressed@resend.dev', 'any@other.example']);
  expect(recipients.map(({ verdict }) => verdict)).toEqual(['sent', 'bounced', 'suppressed', 'sent']);
});

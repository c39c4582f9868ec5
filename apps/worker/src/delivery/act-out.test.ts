import { expect, test } from '@jest/globals';
import { actOut } from './act-out.ts';

test('each test address acts out what its name says', () => {
  const { recipients } = actOut(['delivered@resend.dev', 'bounced+x@resend.dev', 'suppressed@resend.dev', 'any@other.example']);
  expect(recipients.map(({ verdict }) => verdict)).toEqual(['sent', 'bounced', 'suppressed', 'sent']);
});

import { expect, test } from '@jest/globals';
import { sandboxTransport } from './sandbox-transport.ts';

test('each test address simulates what its name says, and any other address is delivered', async () => {
  const to = ['delivered@resend.dev', 'bounced+x@resend.dev', 'suppressed@resend.dev', 'any@other.example'];
  const message = { envelope: { from: 'a@b.example', to }, raw: Buffer.from('Subject: Hello\r\n\r\nHello\r\n') };
  const outcome = await sandboxTransport.send(message, { unsupported: { send: 'supported', verdict: 'bounced' } });
  expect(outcome).toMatchObject({
    kind: 'answered',
    recipients: [{ verdict: 'sent' }, { verdict: 'bounced' }, { verdict: 'suppressed' }, { verdict: 'sent' }],
  });
});

/** A real Postfix as the relay: it accepts emails that it cannot deliver and sends its bounces to the return path. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { queueEngines } from '@sendoff/testkit';
import { Resend } from 'resend';
import { readEmail, submitEmail } from './testing/api-client.ts';
import { certificateFiles } from './testing/certificate-files.ts';
import { findFreePorts } from './testing/ports.ts';
import { createReleases } from './testing/releases.ts';
import { startPostfix, whyNoPostfix } from './testing/start-postfix.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { succeed } from './testing/succeed.ts';
import { arrivalsOf, waitForStatus } from './testing/wait-for-status.ts';
import { waitUntil } from './testing/wait-until.ts';

const HOSTNAME = 'relay.example';
const RETURN_LIMIT_MS = 20_000;

const reason = whyNoPostfix();
if (reason !== null) process.stdout.write(`${reason}: bounces of a real server are left out.\n`);

(reason === null ? describe : describe.skip).each(queueEngines())('with the queue on $name', ({ redisUrl }) => {
  const releases = createReleases();
  let stack: Stack;
  let resend: Resend;
  let log: () => string;

  beforeAll(async () => {
    const { POSTFIX_PORT } = await findFreePorts('POSTFIX_PORT');
    stack = await startStack(releases, {
      redisUrl,
      // The server to which Postfix forwards.
      script: { rcpt: ({ to }) => (to.startsWith('gone@') ? { code: 550, message: '5.1.1 No such user here' } : undefined) },
      settings: {
        ...(await certificateFiles(releases)),
        MAIL_URL: `smtp://127.0.0.1:${String(POSTFIX_PORT)}?tls.rejectUnauthorized=false`,
        RETURN_PATH_DOMAIN: 'bounces.acme.example',
      },
    });
    ({ log } = await startPostfix(releases, {
      port: POSTFIX_PORT,
      hostname: HOSTNAME,
      routes: { 'bounces.acme.example': stack.feedbackPort, 'example.com': stack.relay.port },
    }));
    await Promise.all([stack.startApi(), stack.startWorker(), stack.startSmtp()]);
    resend = new Resend(stack.api.key, { baseUrl: stack.api.url });
  });
  afterAll(releases.releaseAll);

  const send = (to: string): Promise<string> =>
    submitEmail(stack.api, { from: 'Acme <hello@acme.example>', to, subject: 'Your order', text: 'It is on its way.' });

  test.each([
    { who: 'an unknown mailbox of its own', address: `nobody-here@${HOSTNAME}`, says: /unknown user/ },
    { who: 'a recipient that the next server rejects', address: 'gone@example.com', says: /^550 5\.1\.1 No such user here/ },
  ])('a bounce for $who suppresses the recipient', async ({ address, says }) => {
    const id = await send(address);
    const email = await waitUntil(`a bounce of ${id}; Postfix says:\n${log()}`, RETURN_LIMIT_MS, async () => {
      const current = await readEmail(stack.api, id);
      return current.last_event === 'bounced' && current;
    });
    expect(email).toMatchObject({
      status: 'sent',
      attempts: 1,
      recipients: [
        { address, state: 'sent', feedback: { type: 'bounced', enhanced_code: '5.1.1', text: expect.stringMatching(says) } },
      ],
    });
    expect(await succeed(resend.suppressions.get(address))).toMatchObject({ origin: 'bounce', source_id: id });
    await waitForStatus(stack, await send(address), 'suppressed');
  });

  test('a delivered email keeps its return path and causes no bounce', async () => {
    const email = await waitForStatus(stack, await send('ada@example.com'), 'sent');
    const [received] = await waitUntil('the message behind Postfix', RETURN_LIMIT_MS, () => {
      const arrived = arrivalsOf(stack, email);
      return arrived.length > 0 && arrived;
    });
    expect(received?.envelope.from).toMatch(/^bounce\+[a-z2-7]{45}@bounces\.acme\.example$/);
    expect(await readEmail(stack.api, email.id)).toMatchObject({ last_event: 'sent', recipients: [{ feedback: null }] });
  });
});

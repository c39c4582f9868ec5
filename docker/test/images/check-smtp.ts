/** What the image of SMTP promises beside the others: submission with TLS, and bounces that are taken. */
import assert from 'node:assert/strict';
import type { ScriptedRelay } from '@sendoff/testkit';
import { createTransport } from 'nodemailer';
import { kept } from './kept.ts';

/** The running programs. */
interface Running {
  /** An API key. */
  readonly key: string;
  /** Which SMTP must show, as PEM. */
  readonly certificate: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly relay: ScriptedRelay;
}

/** Submits an email with STARTTLS and one with TLS, and sends a bounce to what their return path was. */
export async function checkSmtp({ key, certificate, variables, relay }: Running): Promise<void> {
  const before = relay.received.length;
  for (const [name, secure] of [
    ['SUBMISSION_PORT', false],
    ['SUBMISSIONS_PORT', true],
  ] as const) {
    const transport = createTransport({
      host: 'localhost',
      port: Number(variables[name]),
      secure,
      requireTLS: true,
      tls: { ca: certificate },
      auth: { user: 'sendoff', pass: key },
    });
    const { response } = await transport.sendMail({
      from: 'shop@acme.example',
      to: 'reader@example.com',
      subject: `Submitted on ${name}`,
      text: 'Thank you.',
    });
    assert.match(response, /^250 /);
    transport.close();
  }
  const arrived = (await relay.waitFor(before + 2, 30_000)).slice(before);
  kept('emails submitted with STARTTLS and with TLS, under the mounted certificate, go through the worker to the relay');

  // The worker has made the return path, and SMTP knows it as one of this RETURN_PATH_KEY.
  const returnPath = arrived[0]?.envelope.from ?? '';
  assert.match(returnPath, /^bounce\+[^@]+@bounces\.acme\.example$/);
  assert.match(await bounce(variables, returnPath), /^250 /);
  await assert.rejects(bounce(variables, returnPath.replace('+', '+x')), { responseCode: 550 });
  kept('a bounce for the return path of an email is taken, and one for a return path that was made up is refused');
}

async function bounce(variables: Readonly<Record<string, string>>, to: string): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port: Number(variables['FEEDBACK_PORT']), ignoreTLS: true });
  try {
    const text = 'What you sent could not be delivered.';
    const message = { from: 'MAILER-DAEMON@mx.example.com', to, subject: 'Undelivered Mail', text };
    return (await transport.sendMail({ ...message, envelope: { from: '', to } })).response;
  } finally {
    transport.close();
  }
}

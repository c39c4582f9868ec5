/** Checks the SMTP image with the other programs: submission with TLS, and receiving bounces. */
import assert from 'node:assert/strict';
import type { ScriptedRelay } from '@sendoff/testkit';
import { createTransport } from 'nodemailer';
import { kept } from './kept.ts';

interface Running {
  /** An API key. */
  readonly key: string;
  /** The expected certificate, as PEM. */
  readonly certificate: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly relay: ScriptedRelay;
}

/** Submits an email with STARTTLS and one with implicit TLS, and sends a bounce to the return path. */
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
  kept('emails submitted with STARTTLS and with implicit TLS, with the mounted certificate, reach the relay');

  // The worker created the return path, which SMTP verifies with the same RETURN_PATH_KEY.
  const returnPath = arrived[0]?.envelope.from ?? '';
  assert.match(returnPath, /^bounce\+[^@]+@bounces\.acme\.example$/);
  assert.match(await bounce(variables, returnPath), /^250 /);
  await assert.rejects(bounce(variables, returnPath.replace('+', '+x')), { responseCode: 550 });
  kept('a bounce to the return path of an email is accepted, and one to a forged return path is rejected');
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

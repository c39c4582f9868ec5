/** The ways to submit a complete message by SMTP. */
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Message } from './read-messages.ts';

/** The envelope and the bytes of a message. */
export interface WholeMessage {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  /** Includes the Bcc field, which careless programs send. */
  readonly raw: Buffer;
}

/** The server and the credentials. */
export interface SubmissionAccess {
  /** The port with STARTTLS. */
  readonly port: number;
  /** The port with implicit TLS. */
  readonly tlsPort: number;
  readonly user: string;
  readonly key: string;
}

/** Submits a message and returns the final reply. */
export type SubmitMessage = (access: SubmissionAccess, message: WholeMessage) => Promise<string>;

/** A message composed by nodemailer. */
export async function composeWhole({ reply_to, attachments, ...message }: Message): Promise<WholeMessage> {
  const node = new MailComposer({
    ...message,
    ...(reply_to !== undefined && { replyTo: reply_to }),
    attachments: (attachments ?? []).map(({ content_type, content_id, ...file }) => ({
      ...file,
      ...(content_type !== undefined && { contentType: content_type }),
      ...(content_id !== undefined && { cid: content_id }),
    })),
  }).compile();
  node.keepBcc = true;
  const { from, to } = node.getEnvelope();
  if (from === false) throw new Error('A message must have a sender');
  // With CRLF line endings, as both programs send them.
  const raw = (await node.build()).toString('latin1').replaceAll(/\r?\n/g, '\r\n');
  return { envelope: { from, to }, raw: Buffer.from(raw, 'latin1') };
}

const byNodemailer =
  (encryption: 'STARTTLS' | 'TLS', authMethod: 'PLAIN' | 'LOGIN'): SubmitMessage =>
  async ({ port, tlsPort, user, key }, { envelope, raw }) => {
    const transport = createTransport({
      host: '127.0.0.1',
      port: encryption === 'TLS' ? tlsPort : port,
      secure: encryption === 'TLS',
      requireTLS: true,
      authMethod,
      auth: { user, pass: key },
      tls: { rejectUnauthorized: false },
    });
    try {
      return (await transport.sendMail({ envelope: { from: envelope.from, to: [...envelope.to] }, raw })).response;
    } finally {
      transport.close();
    }
  };

/** Swaks reads the message from standard input. The reply to the message is the second to last line it receives. */
const bySwaks =
  (encryption: 'STARTTLS' | 'TLS', authMethod: 'PLAIN' | 'LOGIN'): SubmitMessage =>
  async ({ port, tlsPort, user, key }, { envelope, raw }) => {
    const args = [
      ...['--server', '127.0.0.1', '--port', String(encryption === 'TLS' ? tlsPort : port)],
      encryption === 'TLS' ? '--tls-on-connect' : '--tls',
      ...['--auth', authMethod, '--auth-user', user, '--auth-password', key],
      ...['--from', envelope.from, '--to', envelope.to.join(','), '--data', '-', '--timeout', '20'],
    ];
    const running = promisify(execFile)('swaks', args, { encoding: 'latin1' });
    running.child.stdin?.end(raw);
    const { stdout } = await running;
    return (
      stdout
        .split('\n')
        .findLast((line) => /^<[~*-]. +250 2\.6/.test(line))
        ?.replace(/^\S+ +/, '') ?? stdout
    );
  };

const FORMS = (['STARTTLS', 'TLS'] as const).flatMap((encryption) =>
  (['PLAIN', 'LOGIN'] as const).map((authentication) => ({ encryption, authentication })),
);

/** By their names in test titles. */
export const SUBMISSION_WAYS = [
  ...FORMS.map(({ encryption, authentication }) => ({
    ...{ way: `nodemailer, ${encryption}, AUTH ${authentication}` },
    submit: byNodemailer(encryption, authentication),
    addedByClient: '',
  })),
  ...(hasSwaks() ? FORMS : []).map(({ encryption, authentication }) => ({
    ...{ way: `swaks, ${encryption}, AUTH ${authentication}` },
    submit: bySwaks(encryption, authentication),
    // Swaks adds an empty line at the end.
    addedByClient: '\r\n',
  })),
];

/** Whether swaks is installed with TLS support; if not, it prints that, or fails with CI=true. */
function hasSwaks(): boolean {
  const swaks = spawnSync('swaks', ['--support'], { encoding: 'utf8' });
  if (swaks.error === undefined && swaks.stdout.includes('=== TLS supported')) return true;
  if (process.env['CI'] === 'true') throw new Error('swaks with TLS is not installed: .ci/tools swaks');
  process.stdout.write('swaks with TLS is not installed: testing submission with nodemailer only.\n');
  return false;
}

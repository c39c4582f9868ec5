/** The attacker's SMTP client: it can choose its address and send line by line. */
import { once } from 'node:events';
import { openSocket } from './http-client.ts';

export interface SmtpClient {
  /** Sends a line and returns the complete reply; rejects when the connection closes instead. */
  readonly say: (line: string) => Promise<string>;
  /** Sends bytes, waiting while the server does not read. */
  readonly send: (bytes: Buffer) => Promise<void>;
  readonly close: () => void;
}

/** Connects and reads the greeting. */
export async function openSmtp(port: number, localAddress: string, signal: AbortSignal): Promise<SmtpClient> {
  const socket = await openSocket(port, localAddress);
  let heard = '';
  let wake: () => void = () => undefined;
  let isOver = false;
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    heard += text;
    wake();
  });
  socket.on('close', () => {
    isOver = true;
    wake();
  });
  const onAbort = (): void => void socket.destroy();
  signal.addEventListener('abort', onAbort, { once: true });
  socket.once('close', () => signal.removeEventListener('abort', onAbort));

  const hear = async (): Promise<string> => {
    for (;;) {
      // eslint-disable-next-line security/detect-unsafe-regex -- It only reads replies of the server under test.
      const [reply] = /^(?:\d{3}-.*\r\n)*\d{3}(?: .*)?\r\n/.exec(heard) ?? [];
      if (reply !== undefined) {
        heard = heard.slice(reply.length);
        return reply.trimEnd();
      }
      if (isOver) throw new ConnectionEnded();
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  const client: SmtpClient = {
    say: (line) => {
      socket.write(`${line}\r\n`, 'latin1');
      return hear();
    },
    send: async (bytes) => {
      if (isOver) throw new ConnectionEnded();
      if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
    },
    close: () => void socket.destroy(),
  };
  const greeting = await hear();
  if (!greeting.startsWith('220')) throw new RefusedCommand(greeting);
  return client;
}

/** Connects and authenticates. */
export async function openSmtpSession(port: number, localAddress: string, key: string, signal: AbortSignal): Promise<SmtpClient> {
  const client = await openSmtp(port, localAddress, signal);
  await expectReply(client.say('EHLO client.example'), '250');
  await expectReply(client.say(authPlain(key)), '235');
  return client;
}

/** The envelope of a message. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

/** Sends the envelope and DATA; the message must follow. */
export async function beginMessage(client: SmtpClient, { from, to }: Envelope): Promise<void> {
  await expectReply(client.say(`MAIL FROM:<${from}>`), '250');
  for (const recipient of to) await expectReply(client.say(`RCPT TO:<${recipient}>`), '250');
  await expectReply(client.say('DATA'), '354');
}

/** Submits a message and returns the reply code. */
export async function submit(client: SmtpClient, envelope: Envelope, message: Buffer): Promise<string> {
  await beginMessage(client, envelope);
  await client.send(message);
  return (await client.say('\r\n.')).slice(0, 3);
}

/** AUTH PLAIN with an initial response. */
export const authPlain = (key: string): string => `AUTH PLAIN ${Buffer.from(`\0resend\0${key}`).toString('base64')}`;

/** Waits for a reply that must begin with `code`. */
export async function expectReply(replying: Promise<string>, code: string): Promise<void> {
  const reply = await replying;
  if (!reply.startsWith(code)) throw new RefusedCommand(reply);
}

/** The server closed the connection. */
export class ConnectionEnded extends Error {
  override readonly name = 'ended';
}

/** An unexpected reply; its code is the name of the error. */
export class RefusedCommand extends Error {
  constructor(reply: string) {
    super(reply);
    this.name = reply.slice(0, 3);
  }
}

/** SMTP as an attacker speaks it: line by line, from an address of its choice. */
import { once } from 'node:events';
import { openSocket } from './http-client.ts';

/** A connection. */
export interface SmtpClient {
  /** Sends a line and returns the whole reply to it; rejects when the connection ends instead. */
  readonly say: (line: string) => Promise<string>;
  /** Sends bytes and waits while the server does not read them. */
  readonly send: (bytes: Buffer) => Promise<void>;
  readonly close: () => void;
}

/** Connects, and reads the greeting. */
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
      // eslint-disable-next-line security/detect-unsafe-regex -- It reads what the server under test says.
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

/** Where a message goes. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

/** Says whom a message is for, up to DATA; what follows is the message. */
export async function beginMessage(client: SmtpClient, { from, to }: Envelope): Promise<void> {
  await expectReply(client.say(`MAIL FROM:<${from}>`), '250');
  for (const recipient of to) await expectReply(client.say(`RCPT TO:<${recipient}>`), '250');
  await expectReply(client.say('DATA'), '354');
}

/** Submits a message and returns the reply code to it. */
export async function submit(client: SmtpClient, envelope: Envelope, message: Buffer): Promise<string> {
  await beginMessage(client, envelope);
  await client.send(message);
  return (await client.say('\r\n.')).slice(0, 3);
}

/** AUTH PLAIN with the credentials in the same line. */
export const authPlain = (key: string): string => `AUTH PLAIN ${Buffer.from(`\0resend\0${key}`).toString('base64')}`;

/** Awaits a reply that is to begin with `code`. */
export async function expectReply(replying: Promise<string>, code: string): Promise<void> {
  const reply = await replying;
  if (!reply.startsWith(code)) throw new RefusedCommand(reply);
}

/** The server ended the connection. */
export class ConnectionEnded extends Error {
  override readonly name = 'ended';
}

/** Another reply than the one that was hoped for; its code is the name. */
export class RefusedCommand extends Error {
  constructor(reply: string) {
    super(reply);
    this.name = reply.slice(0, 3);
  }
}

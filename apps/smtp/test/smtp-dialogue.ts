/** SMTP as raw octets: what a test says, and what it hears. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls, TLSSocket } from 'node:tls';

/** How long a reply may take. */
const TIMEOUT_MS = 10_000;

/** A connection that a test talks over. */
export interface Dialogue {
  /** The next whole reply, its lines joined with `\n`; rejects when the connection ends instead. */
  readonly hear: () => Promise<string>;
  /** Sends a line and returns the reply to it. */
  readonly say: (line: string) => Promise<string>;
  /** Sends octets as they are. */
  readonly send: (octets: string | Uint8Array) => void;
  /** Sends octets and closes this half of the connection. */
  readonly end: (octets: string) => void;
  /** Turns to TLS, once the server has agreed. */
  readonly encrypt: () => Promise<Dialogue>;
  /** The certificate of the server in base64; empty where nothing is encrypted. */
  readonly certificate: () => string;
  /** Resolves when the server has ended the connection. */
  readonly ended: Promise<void>;
  /** Cuts the connection, as a machine that loses its power. */
  readonly cut: () => void;
}

/** Connects to a port on 127.0.0.1. */
export async function openDialogue(port: number, { tls = false } = {}): Promise<Dialogue> {
  const connection = connect({ port, host: '127.0.0.1' });
  await once(connection, 'connect');
  return tls ? encrypted(connection) : talkOver(connection, connection);
}

async function encrypted(connection: Socket): Promise<Dialogue> {
  const socket = connectTls({ socket: connection, rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  return talkOver(socket, connection);
}

/** Speaks EHLO and authenticates. */
export async function openSession(port: number, token: string, options: { readonly tls?: boolean } = {}): Promise<Dialogue> {
  const dialogue = await openDialogue(port, options);
  await dialogue.hear();
  await dialogue.say('EHLO client.example');
  const reply = await dialogue.say(authPlain(token));
  if (!reply.startsWith('235')) throw new Error(`AUTH was refused: ${reply}`);
  return dialogue;
}

/** AUTH PLAIN with the credentials in the same line. */
export const authPlain = (token: string, user = 'resend'): string =>
  `AUTH PLAIN ${Buffer.from(`\0${user}\0${token}`).toString('base64')}`;

/** @param connection below the encryption. */
function talkOver(socket: Socket | TLSSocket, connection: Socket): Dialogue {
  let heard = '';
  let isOver = false;
  const waiting: (() => void)[] = [];
  const wake = (): void => {
    for (const next of waiting.splice(0)) next();
  };
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString('latin1');
    wake();
  });
  socket.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => {
    socket.on('close', () => {
      isOver = true;
      wake();
      resolve();
    });
  });

  const hear = async (): Promise<string> => {
    for (;;) {
      // eslint-disable-next-line security/detect-unsafe-regex -- It reads what the server under test says.
      const [reply] = /^(?:\d{3}-.*\r\n)*\d{3}(?: .*)?\r\n/.exec(heard) ?? [];
      if (reply !== undefined) {
        heard = heard.slice(reply.length);
        return reply.trimEnd().replaceAll('\r\n', '\n');
      }
      if (isOver) throw new Error(`the connection has ended; left over: ${JSON.stringify(heard)}`);
      await Promise.race([
        new Promise<void>((resolve) => waiting.push(resolve)),
        new Promise<never>((_resolve, reject) => {
          setTimeout(() => reject(new Error('no reply in time')), TIMEOUT_MS).unref();
        }),
      ]);
    }
  };
  const send = (octets: string | Uint8Array): void =>
    void socket.write(typeof octets === 'string' ? Buffer.from(octets, 'latin1') : octets);
  return {
    hear,
    send,
    say: (line) => {
      send(`${line}\r\n`);
      return hear();
    },
    end: (octets) => void socket.end(Buffer.from(octets, 'latin1')),
    encrypt: () => {
      socket.removeAllListeners('data');
      return encrypted(connection);
    },
    certificate: () => (socket instanceof TLSSocket ? socket.getPeerCertificate().raw.toString('base64') : ''),
    ended,
    cut: () => connection.resetAndDestroy(),
  };
}

/**
 * An SMTP server for tests that does what it is told: takes messages, refuses them at any stage
 * with any reply, keeps silent, or drops the connection. It listens on 127.0.0.1 only.
 */
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import {
  SMTPServer,
  type SMTPServerDataStream,
  type SMTPServerError,
  type SMTPServerOptions,
  type SMTPServerSession,
} from 'smtp-server';

/** A reply; `\n` in the message makes it one of several lines. */
export interface ScriptedReply {
  /** 400 to 599. */
  readonly code: number;
  readonly message: string;
}

/** What to do at a stage: go on (undefined), refuse, never answer, or cut the connection. */
export type ScriptedAction = ScriptedReply | 'hang' | 'drop' | undefined;

/** An action, or what finds one out; may take its time. */
export type ScriptedStep<Context> = ScriptedAction | ((context: Context) => ScriptedAction | Promise<ScriptedAction>);

/** A message that arrived in full, up to its final dot. */
export interface ReceivedMessage {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  /** As sent, after dot-stuffing was undone. */
  readonly raw: Buffer;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What the relay does. Every stage that is not named goes well. */
export interface RelayScript {
  /** In place of the greeting. */
  readonly connect?: ScriptedStep<{ readonly remoteAddress: string }>;
  /** To AUTH, after the credentials were found right. */
  readonly auth?: ScriptedStep<{ readonly username: string }>;
  readonly mail?: ScriptedStep<{ readonly from: string }>;
  readonly rcpt?: ScriptedStep<{ readonly from: string; readonly to: string }>;
  /** To DATA, before the message. */
  readonly data?: ScriptedStep<{ readonly from: string; readonly to: readonly string[] }>;
  /** Once the message begins to arrive: `drop` cuts it off, `hang` stops reading. Replies are not possible here. */
  readonly content?: 'hang' | 'drop' | (() => 'hang' | 'drop' | undefined);
  /** After the final dot. A message that is then refused is not in `received`; after `hang` or `drop` it is. */
  readonly end?: ScriptedStep<ReceivedMessage>;
  /** Credentials that are required. */
  readonly credentials?: { readonly username: string; readonly password: string };
  /** Encryption with a self-signed certificate. */
  readonly tls?: 'starttls' | 'implicit';
  /** Octets; announced in the reply to EHLO. */
  readonly size?: number;
}

/** A running scripted relay. */
export interface ScriptedRelay {
  /** `smtp://` or `smtps://`, without credentials. */
  readonly url: string;
  readonly port: number;
  readonly received: readonly ReceivedMessage[];
  /** Connections made so far. */
  readonly connections: number;
  /** Changes the script from now on. */
  readonly follow: (script: RelayScript) => void;
  /** The messages received, once there are at least `count`; rejects after `ms` milliseconds. */
  readonly waitFor: (count: number, ms: number) => Promise<readonly ReceivedMessage[]>;
  /** Cuts every connection and stops listening. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a relay on the port `listenOn`, or else on a free one. `tls`, `credentials` and `size` hold for its whole life, the
 * rest can be changed.
 */
export async function startScriptedRelay(initial: RelayScript = {}, listenOn = 0): Promise<ScriptedRelay> {
  let script = initial;
  let connections = 0;
  const received: ReceivedMessage[] = [];
  const arrivals = new EventTarget();

  const server = new SMTPServer({
    ...fixedOptions(initial),
    onConnect(session, callback) {
      connections += 1;
      obeyAtData(session);
      obey(session, script.connect, { remoteAddress: session.remoteAddress }, callback);
    },
    onAuth({ username = '', password }, session, callback) {
      const { credentials } = initial;
      if (username !== credentials?.username || password !== credentials.password) {
        callback(refusal({ code: 535, message: '5.7.8 Authentication credentials invalid' }));
        return;
      }
      obey(session, script.auth, { username }, (error) => callback(error ?? null, { user: username }));
    },
    onMailFrom({ address }, session, callback) {
      obey(session, script.mail, { from: address }, callback);
    },
    onRcptTo({ address }, session, callback) {
      obey(session, script.rcpt, { from: envelopeOf(session).from, to: address }, callback);
    },
    onData(stream, session, callback) {
      const action = typeof script.content === 'function' ? script.content() : script.content;
      if (action === 'drop') stream.once('data', () => drop(session));
      if (action !== undefined) return;
      const envelope = envelopeOf(session);
      collect(stream)
        .then((raw) => finish({ envelope, raw, at: Date.now() }, session, callback))
        // The connection went away in the middle; whoever cut it knows.
        .catch(() => undefined);
    },
  });

  /** smtp-server has no hook between DATA and its 354, so the command itself is taken over. */
  function obeyAtData(session: SMTPServerSession): void {
    const connection = connectionOf(session);
    if (connection === undefined) return;
    const goOn = connection.handler_DATA.bind(connection);
    connection.handler_DATA = (command, callback) => {
      obey(session, script.data, envelopeOf(session), (error) => {
        if (error === undefined || error === null) {
          goOn(command, callback);
          return;
        }
        connection.send((error as SMTPServerError).responseCode ?? 451, error.message);
        callback();
      });
    };
  }

  function finish(message: ReceivedMessage, session: SMTPServerSession, callback: (error?: Error | null) => void): void {
    act(script.end, message)
      .then((action) => {
        if (typeof action !== 'object') {
          received.push(message);
          arrivals.dispatchEvent(new Event('arrival'));
        }
        perform(action, session, callback);
      })
      .catch(callback);
  }

  function obey<Context>(
    session: SMTPServerSession,
    step: ScriptedStep<Context>,
    context: Context,
    callback: (error?: Error | null) => void,
  ): void {
    act(step, context)
      .then((action) => perform(action, session, callback))
      .catch(callback);
  }

  function perform(action: ScriptedAction, session: SMTPServerSession, callback: (error?: Error | null) => void): void {
    if (action === 'hang') return;
    if (action === 'drop') drop(session);
    else if (action === undefined) callback();
    else callback(refusal(action, (line) => connectionOf(session)?._socket.write(line)));
  }

  const connectionOf = (session: SMTPServerSession) => [...server.connections].find(({ id }) => id === session.id);
  const drop = (session: SMTPServerSession): void => {
    connectionOf(session)?._socket.destroy();
  };

  // A client that goes away is part of most tests, and no fault of the server.
  server.on('error', () => undefined);
  server.listen(listenOn, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `${initial.tls === 'implicit' ? 'smtps' : 'smtp'}://127.0.0.1:${String(port)}`,
    port,
    received,
    get connections() {
      return connections;
    },
    follow: (next) => {
      script = next;
    },
    waitFor: async (count, ms) => {
      const deadline = AbortSignal.timeout(ms);
      while (received.length < count) await arrivalOrDeadline(arrivals, deadline, count, received);
      return received;
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(resolve);
      });
      for (const { _socket } of server.connections) _socket.destroy();
      await closed;
    },
  };
}

function fixedOptions({ credentials, tls, size }: RelayScript): SMTPServerOptions {
  const disabledCommands = [...(credentials === undefined ? ['AUTH'] : []), ...(tls === 'starttls' ? [] : ['STARTTLS'])];
  return {
    secure: tls === 'implicit',
    disabledCommands,
    allowInsecureAuth: true,
    authOptional: credentials === undefined,
    ...(size !== undefined && { size, rejectOversized: true }),
    disableReverseLookup: true,
    // Scripted replies bring their own enhanced status codes.
    hideENHANCEDSTATUSCODES: true,
    maxAllowedUnauthenticatedCommands: false,
    closeTimeout: 1000,
    // Said outright, it also keeps the warning away that the certificate is a public one.
    logger: false,
  };
}

async function act<Context>(step: ScriptedStep<Context>, context: Context): Promise<ScriptedAction> {
  return typeof step === 'function' ? step(context) : step;
}

/** The error that makes smtp-server reply; it sends one line, so those before it are written here. */
function refusal({ code, message }: ScriptedReply, write?: (line: string) => unknown): SMTPServerError {
  const lines = message.split('\n');
  for (const line of lines.slice(0, -1)) write?.(`${String(code)}-${line}\r\n`);
  return Object.assign(new Error(lines.at(-1)), { responseCode: code });
}

function envelopeOf({ envelope }: SMTPServerSession): ReceivedMessage['envelope'] {
  return {
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    to: envelope.rcptTo.map(({ address }) => address),
  };
}

async function collect(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function arrivalOrDeadline(
  arrivals: EventTarget,
  deadline: AbortSignal,
  count: number,
  received: readonly ReceivedMessage[],
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const giveUp = (): void => {
      arrivals.removeEventListener('arrival', go);
      reject(new Error(`Waited for ${String(count)} messages; ${String(received.length)} arrived`));
    };
    const go = (): void => {
      deadline.removeEventListener('abort', giveUp);
      resolve();
    };
    if (deadline.aborted) {
      giveUp();
      return;
    }
    arrivals.addEventListener('arrival', go, { once: true });
    deadline.addEventListener('abort', giveUp, { once: true });
  });
}

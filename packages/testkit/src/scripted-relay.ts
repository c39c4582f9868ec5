/**
 * An SMTP server for tests that follows a script: it accepts messages, refuses them at any stage with any reply, never answers,
 * or closes the connection. It listens on 127.0.0.1 only.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  SMTPServer,
  type SMTPServerDataStream,
  type SMTPServerError,
  type SMTPServerOptions,
  type SMTPServerSession,
} from 'smtp-server';
import type { Client, ReceivedMessage, RelayScript, ScriptedAction, ScriptedReply, ScriptedStep } from './relay-script.ts';

export type * from './relay-script.ts';

/** A running scripted relay. */
export interface ScriptedRelay {
  /** `smtp://` or `smtps://`, without credentials. */
  readonly url: string;
  readonly port: number;
  readonly received: readonly ReceivedMessage[];
  /** Connections made so far. */
  readonly connections: number;
  /** Replaces the script. */
  readonly follow: (script: RelayScript) => void;
  /** Resolves with the received messages once there are at least `count`; rejects after `ms` milliseconds. */
  readonly waitFor: (count: number, ms: number) => Promise<readonly ReceivedMessage[]>;
  /** Closes all connections and stops listening. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a relay on the port `listenOn`, or on a free one. `tls`, `credentials`, `size` and `without` are fixed; everything else
 * can be changed later.
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
      obeyAtCommands(session);
      obey(session, script.connect, clientOf(session), callback);
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
      const mailParameters = mailParametersOf(session);
      collect(stream)
        .then((raw) => finish({ envelope, raw, mailParameters, at: Date.now() }, session, callback))
        // The connection ended during the message; the test that closed it expects that.
        .catch(() => undefined);
    },
  });

  /** smtp-server has no hooks for these commands, nor between DATA and its 354, so the command handlers are replaced. */
  function obeyAtCommands(session: SMTPServerSession): void {
    takeOver(session, 'handler_EHLO', () => script.ehlo, clientOf);
    takeOver(session, 'handler_STARTTLS', () => script.startTls, clientOf);
    takeOver(session, 'handler_DATA', () => script.data, envelopeOf);
    takeOver(session, 'handler_RSET', () => script.rset, clientOf);
  }

  function takeOver<Context>(
    session: SMTPServerSession,
    handler: 'handler_EHLO' | 'handler_STARTTLS' | 'handler_DATA' | 'handler_RSET',
    step: () => ScriptedStep<Context>,
    contextOf: (session: SMTPServerSession) => Context,
  ): void {
    const connection = connectionOf(session);
    if (connection === undefined) return;
    const goOn = connection[handler].bind(connection);
    connection[handler] = (command, callback) => {
      obey(session, step(), contextOf(session), (error) => {
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
        if (typeof action !== 'object' || 'stray' in action) {
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
    else if ('stray' in action) connectionOf(session)?._socket.write(`${action.stray}\r\n`, () => callback());
    else callback(refusal(action, (line) => connectionOf(session)?._socket.write(line)));
  }

  const connectionOf = (session: SMTPServerSession) => [...server.connections].find(({ id }) => id === session.id);
  const drop = (session: SMTPServerSession): void => {
    connectionOf(session)?._socket.destroy();
  };

  // Clients that disconnect are part of most tests.
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

function fixedOptions({ credentials, tls, size, without = [] }: RelayScript): SMTPServerOptions {
  const disabledCommands = [...(credentials === undefined ? ['AUTH'] : []), ...(tls === 'starttls' ? [] : ['STARTTLS'])];
  return {
    secure: tls === 'implicit',
    disabledCommands,
    allowInsecureAuth: true,
    authOptional: credentials === undefined,
    ...(size !== undefined && { size, rejectOversized: true }),
    hideSMTPUTF8: without.includes('SMTPUTF8'),
    hide8BITMIME: without.includes('8BITMIME'),
    hidePIPELINING: without.includes('PIPELINING'),
    disableReverseLookup: true,
    // Scripted replies contain their own enhanced status codes.
    hideENHANCEDSTATUSCODES: true,
    maxAllowedUnauthenticatedCommands: false,
    closeTimeout: 1000,
    // An explicit `false` also suppresses the warning about the public default certificate.
    logger: false,
  };
}

async function act<Context>(step: ScriptedStep<Context>, context: Context): Promise<ScriptedAction> {
  return typeof step === 'function' ? step(context) : step;
}

/** The error that makes smtp-server reply. It sends only one line, so earlier lines are written here. */
function refusal({ code, message }: ScriptedReply, write?: (line: string) => unknown): SMTPServerError {
  const lines = message.split('\n');
  for (const line of lines.slice(0, -1)) write?.(`${String(code)}-${line}\r\n`);
  return Object.assign(new Error(lines.at(-1)), { responseCode: code });
}

const clientOf = ({ remoteAddress }: SMTPServerSession): Client => ({ remoteAddress });

function envelopeOf({ envelope }: SMTPServerSession): ReceivedMessage['envelope'] {
  return {
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    to: envelope.rcptTo.map(({ address }) => address),
  };
}

function mailParametersOf({ envelope: { mailFrom } }: SMTPServerSession): string[] {
  const parameters = mailFrom === false ? false : mailFrom.args;
  return Object.entries(parameters || {}).map(([name, value]) => (value === true ? name : `${name}=${value}`));
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

/** smtp-server with the replies, time limits and shutdown that submission needs. */
import type { SMTPServerOptions, SMTPServerSession } from 'smtp-server';
import { LimitedConnection, type ConnectArguments, type ConnectionTerms } from './limited-connection.ts';
import { LimitedServer } from './limited-server.ts';

/** An enhanced status code (RFC 3463) at the beginning of a text. */
const ENHANCED = /^[245]\.\d{1,3}\.\d{1,3} /;
/** RFC 4954 section 6: the mechanism requires encryption. */
const ENCRYPTION_REQUIRED = { code: 538, enhanced: '5.7.11' };
/** RFC 3463: the system is not accepting messages; the client tries again. */
const STOPPING = '4.3.2 This server is stopping; try again in a moment';

/** Time limits of a connection, in milliseconds. */
export interface SessionTimes {
  /** Until the client has authenticated. */
  readonly login: number;
  /** Between two bytes after that; RFC 5321 section 4.5.3.2.7 asks for five minutes. */
  readonly idle: number;
}

class SubmissionConnection extends LimitedConnection {
  readonly #times: SessionTimes;
  #loginTimer: NodeJS.Timeout | undefined;

  constructor(server: SubmissionServer, ...[socket, options]: ConnectArguments) {
    super(server.terms, server, socket, options);
    this.#times = server.times;
  }

  override init(): void {
    this.#loginTimer = setTimeout(() => {
      if (!this.session.user) this.send(421, '4.7.0 Nobody has authenticated in time');
    }, this.#times.login).unref();
    super.init();
  }

  /** Lets a client that has said who it is take its time. */
  noteLogin(): void {
    clearTimeout(this.#loginTimer);
    this._socket.setTimeout(this.#times.idle);
  }

  /** Adds no second enhanced status code to a text that has its own; smtp-server has one per reply code. */
  override send(code: number, data?: string | string[] | null, context?: string | false): void {
    if (Array.isArray(data)) {
      super.send(
        code,
        data.filter((line) => this.#mayOffer(line)),
        context,
      );
    } else if (code === ENCRYPTION_REQUIRED.code) {
      super.send(code, `${ENCRYPTION_REQUIRED.enhanced} ${data ?? ''}`, false);
    } else {
      super.send(code, data, ENHANCED.test(data ?? '') ? false : context);
    }
  }

  override _onClose(): void {
    clearTimeout(this.#loginTimer);
    super._onClose();
  }

  override _armTimeout(socket = this._socket): void {
    super._armTimeout(socket);
    if (this.session.user) socket.setTimeout(this.#times.idle);
  }

  /** Offers AUTH only on an encrypted connection: a program that sees it may send its key at once, unencrypted. */
  #mayOffer(extension: string): boolean {
    return this.secure || this._server.options.allowInsecureAuth === true || !extension.startsWith('AUTH ');
  }
}

/** The submission server of one port. */
export class SubmissionServer extends LimitedServer<SubmissionConnection> {
  readonly times: SessionTimes;
  readonly terms: ConnectionTerms;
  /** Sessions whose message is being received or stored. */
  readonly #underWay = new Set<SMTPServerSession>();
  #stopping = false;

  constructor(options: SMTPServerOptions, times: SessionTimes, terms: ConnectionTerms) {
    // Limits the TLS handshake. Longer than the login limit, whose reply it would cut off.
    super({ ...options, socketTimeout: 2 * times.login });
    this.times = times;
    this.terms = terms;
  }

  protected override open(...accepted: ConnectArguments): SubmissionConnection {
    return new SubmissionConnection(this, ...accepted);
  }

  /** Lets a client that has said who it is take its time. */
  noteLogin(session: SMTPServerSession): void {
    this.connectionOf(session)?.noteLogin();
  }

  /** Runs the work on a message; the session is not ended by a shutdown until it is done. */
  async finish<Result>(session: SMTPServerSession, work: Promise<Result>): Promise<Result> {
    this.#underWay.add(session);
    try {
      const result = await work;
      this.noteTaken(session);
      return result;
    } finally {
      this.#underWay.delete(session);
      // Sent after the reply to the message.
      if (this.#stopping) setImmediate(() => this.connectionOf(session)?.send(421, STOPPING));
    }
  }

  /** Stops accepting connections, ends those without a message in progress, and waits for the others. */
  stop(): Promise<void> {
    this.#stopping = true;
    const stopped = new Promise<void>((resolve) => this.close(resolve));
    for (const connection of [...this.connections]) {
      if (!this.#underWay.has(connection.session)) connection.send(421, STOPPING);
    }
    return stopped;
  }
}

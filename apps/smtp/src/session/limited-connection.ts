import { SendoffError, type ErrorCode } from '@sendoff/core';
import type { SMTPServer } from 'smtp-server';
import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js';
import type { SMTPStream } from 'smtp-server/lib/smtp-stream.js';
import { feedData } from './feed-data.ts';
import type { SessionLimits } from './limits.ts';
import { smtpReply } from './smtp-reply.ts';

/** What a connection is held to. */
export interface ConnectionTerms {
  readonly session: SessionLimits;
  /** Called when the connection is ended for them. */
  readonly noteRefusal: (code: ErrorCode) => void;
}

/**
 * A connection that may not go on for ever without a message: it is ended with a 421, and never while a message comes in or is
 * being kept.
 */
export class LimitedConnection extends SMTPConnection {
  readonly #terms: ConnectionTerms;
  #commands = 0;
  #errors = 0;
  #isOver = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(terms: ConnectionTerms, ...[server, socket, options]: ConstructorParameters<typeof SMTPConnection>) {
    super(server, socket, options);
    this.#terms = terms;
  }

  override _createParser(): SMTPStream {
    const parser = super._createParser();
    parser._feedDataStream = feedData;
    return parser;
  }

  override init(): void {
    this.noteTaken();
    // smtp-server greets after 100 ms, to find those who talk before it. That helps a server that strangers bring spam to;
    // applications would wait it out with each message. Connections are counted where they are admitted.
    this._setListeners(() => this.connectionReady());
  }

  /** Begins the count anew: a message was taken. */
  noteTaken(): void {
    [this.#commands, this.#errors, this.#isOver] = [0, 0, false];
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isOver = true;
      if (!this._handlerPending && !this._dataStream) this.#end();
    }, this.#terms.session.timeoutMs).unref();
  }

  override _onCommand(command: Buffer, callback?: () => void): void {
    this.#commands += 1;
    const { maxCommands, maxErrors } = this.#terms.session;
    if (this.#isOver || this.#commands > maxCommands || this.#errors >= maxErrors) this.#end();
    else super._onCommand(command, callback);
  }

  override send(code: number, data?: string | string[] | null, context?: string | false): void {
    if (code >= 500) this.#errors += 1;
    super.send(code, data, context);
  }

  override _onClose(): void {
    clearTimeout(this.#timer);
    super._onClose();
  }

  #end(): void {
    if (this._closing || this._closed) return;
    this.#terms.noteRefusal('session_too_long');
    const { responseCode = 421, message } = smtpReply(new SendoffError('session_too_long'));
    this.send(responseCode, message);
  }
}

/** Makes the connections of a server: the socket and what is known of it, as `SMTPServer.connect` has them. */
export type ConnectArguments = Parameters<SMTPServer['connect']>;

import { SendoffError, type ErrorCode } from '@sendoff/core';
import type { SMTPServer } from 'smtp-server';
import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js';
import type { SMTPStream } from 'smtp-server/lib/smtp-stream.js';
import { feedData } from './feed-data.ts';
import type { SessionLimits } from './limits.ts';
import { smtpReply } from './smtp-reply.ts';

/** The limits of a connection. */
export interface ConnectionTerms {
  readonly session: SessionLimits;
  /** Called with the error code when a limit ends the connection. */
  readonly noteRefusal: (code: ErrorCode) => void;
}

/**
 * A connection with limited time, commands and errors between two accepted messages. Beyond a limit it is closed with a 421, but
 * never while a message is being received or stored.
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
    // smtp-server delays its greeting by 100 ms to detect spam clients that talk first. Submitting applications would pay that
    // delay with every connection. Connections are counted where they are admitted.
    this._setListeners(() => this.connectionReady());
  }

  /** Resets the limits after an accepted message. */
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

/** The arguments of `SMTPServer.connect`: the socket and what is known about it. */
export type ConnectArguments = Parameters<SMTPServer['connect']>;
